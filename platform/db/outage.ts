import { Unavailable } from '../errors';

/** What the system and the server say of a server that is not there for anybody: SQLSTATEs and the system's own codes. */
const codes = new RegExp(
  `^(${[
    '08...', // connection exceptions
    '53300', // more connections than the server takes
    '57P0[1235]', // shut down, crashed, not up yet, given up as idle
    'ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH',
  ].join('|')})$`,
);

/** The driver has no codes for what it finds out by itself. */
const sentences =
  /^Connection terminated|^timeout exceeded when trying to connect|connection error and is not queryable|^terminating connection due to|^the database system is (starting up|shutting down|in recovery mode|not yet accepting)/;

/** Whether a statement failed because the database was not there, and would succeed once it is. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every(isOutage);
  const code = 'code' in error ? String(error.code) : '';
  return codes.test(code) || sentences.test(error.message);
}

/** The same of an error of which only the words came through. */
export function saysOutage(message: string): boolean {
  const words = message.replace(/^(Error: )+/, '');
  return sentences.test(words) || /\b(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)\b/.test(words);
}

/** What the database says, with its absence told as what may be tried again. */
export function tellOutage(error: unknown): unknown {
  return isOutage(error) ? new Unavailable(undefined, { cause: error }) : error;
}
