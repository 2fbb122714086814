import {
  type AppError,
  Conflict,
  type FieldError,
  Forbidden,
  InvalidInput,
  NotFound,
  RateLimited,
  Unavailable,
} from '../platform/errors';
import { builder } from './builder';

const FieldErrorObject = builder.objectRef<FieldError>('FieldError').implement({
  description: 'One field of the input that was not as expected.',
  fields: (t) => ({
    path: t.stringList({
      description: 'Where in the input; empty when the whole of it is meant.',
      resolve: ({ path }) => path.map(String),
    }),
    message: t.string({ resolve: ({ message }, _args, ctx) => message[ctx.locale] }),
  }),
});

const UserError = builder.interfaceRef<AppError>('UserError').implement({
  description: 'Something a person can understand and act upon, in the reader’s language.',
  fields: (t) => ({
    code: t.exposeString('code'),
    message: t.string({ resolve: ({ text }, _args, ctx) => text[ctx.locale] }),
    fields: t.field({ type: [FieldErrorObject], resolve: ({ fields }) => [...fields] }),
  }),
});

const errorObjects = [
  [InvalidInput, 'InvalidInputError'],
  [NotFound, 'NotFoundError'],
  [Forbidden, 'ForbiddenError'],
  [Conflict, 'ConflictError'],
  [RateLimited, 'RateLimitedError'],
  [Unavailable, 'UnavailableError'],
] as const;

for (const [errorClass, name] of errorObjects) {
  builder.objectType(errorClass as new () => AppError, {
    name,
    interfaces: [UserError],
    isTypeOf: (value) => value instanceof errorClass,
  });
}
