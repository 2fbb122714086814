import { GraphQLError } from 'graphql';

import type { Context } from '../domain/context';
import { AppError, type ErrorCode } from '../platform/errors';
import type { Text } from '../universal/text';
import { retryAfterSeconds } from '../universal/try-again';

const unexpected: Text = {
  en: 'Something went wrong on our side. It has been recorded.',
  zh: '系统出了问题，已记录。',
};

/** How the HTTP side answers; it is taken out of what a caller reads. */
const unavailable = { status: 503, headers: { 'Retry-After': String(retryAfterSeconds) } };

export type EdgeErrorCode = ErrorCode | 'INTERNAL';

/**
 * What a caller is told about an error: an expected one in the reader's language, a mistake in the request as it is,
 * everything else in general words. All of them carry the id of the request, under which the log has the rest.
 */
export function tellError(
  error: GraphQLError,
  ctx: Pick<Context, 'locale' | 'requestId' | 'log'>,
): GraphQLError {
  const { originalError, nodes, path } = error;
  const say = (message: string, code: EdgeErrorCode, more: Record<string, unknown> = {}) =>
    new GraphQLError(message, {
      nodes,
      path,
      extensions: { ...error.extensions, ...more, code, requestId: ctx.requestId },
    });

  if (originalError instanceof AppError) {
    const { text, code, fields } = originalError;
    const named = fields.map((field) => ({
      path: field.path.map(String),
      message: field.message[ctx.locale],
    }));
    if (code === 'UNAVAILABLE') {
      ctx.log.error({ err: originalError, path: path?.join('.') }, 'A field was not available');
    }
    return say(text[ctx.locale], code, {
      ...(named.length > 0 && { fields: named }),
      ...(code === 'UNAVAILABLE' && { http: unavailable }),
    });
  }
  // Without a path nothing was executed: the document or its variables are not as the schema wants them.
  const isMistakeOfCaller =
    originalError === undefined || originalError instanceof GraphQLError || path === undefined;
  if (isMistakeOfCaller) return say(error.message, 'INVALID');
  ctx.log.error({ err: originalError, path: path.join('.') }, 'A field failed');
  return say(unexpected[ctx.locale], 'INTERNAL');
}
