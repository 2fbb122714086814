import type { ErrorCode } from '../platform/errors';

/** The HTTP status of each expected error. What is forbidden looks as if it did not exist. */
export const errorStatus: Record<ErrorCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 404,
  INVALID: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};
