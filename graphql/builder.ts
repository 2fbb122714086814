import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import SimpleObjectsPlugin from '@pothos/plugin-simple-objects';
import ValidationPlugin from '@pothos/plugin-validation';
import { type Action, isAllowed, type SubjectName } from '../domain/access';
import type { Context } from '../domain/context';
import {
  Conflict,
  Forbidden,
  InvalidInput,
  NotFound,
  RateLimited,
  Unavailable,
} from '../platform/errors';
import ReadableArgumentsPlugin from './readable-arguments';

export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: true;
  DefaultAuthStrategy: 'all';
  AuthScopes: {
    signedIn: boolean;
    /** May do this to at least one thing of the kind; the use case decides about the very thing. */
    can: readonly [Action, SubjectName];
  };
  Scalars: {
    DateTime: { Input: Date; Output: Date | string };
    Date: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
    ID: { Input: string; Output: string | number };
  };
}

/** What one query may cost. A page of ours stays far below; a client that needs more asks in several queries. */
export const queryLimits = { complexity: 5_000, depth: 12, breadth: 400 } as const;

const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const builder = new SchemaBuilder<SchemaTypes>({
  // Errors stands first so that it also turns a refusal of the later plugins into a typed result.
  plugins: [
    ErrorsPlugin,
    ScopeAuthPlugin,
    ReadableArgumentsPlugin,
    ComplexityPlugin,
    RelayPlugin,
    DataloaderPlugin,
    SimpleObjectsPlugin,
    ValidationPlugin,
  ],
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
  scopeAuth: {
    authScopes: ({ viewer }) => ({
      signedIn: viewer.kind !== 'anonymous',
      can: ([action, subjectName]) => isAllowed(viewer, action, subjectName),
    }),
    unauthorizedError: () => new NotFound(),
    defaultStrategy: 'all',
  },
  complexity: { defaultComplexity: 1, defaultListMultiplier: 10, limit: queryLimits },
  errors: {
    defaultTypes: [InvalidInput, NotFound, Forbidden, Conflict, RateLimited, Unavailable],
    defaultUnionOptions: { name: ({ fieldName }) => `${upperFirst(fieldName)}Result` },
    defaultResultOptions: { name: ({ fieldName }) => `${upperFirst(fieldName)}Success` },
  },
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    // A connection multiplies by the page asked for; its edges are those same rows, not ten more for each.
    edgesFieldOptions: { complexity: { field: 1, multiplier: 1 } },
  },
});

builder.queryType({});
builder.mutationType({});
