import { pino } from 'pino';
import type { DestinationStream, Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** Fields that could hold an answer, a secret or personal data never reach a log line, wherever they stand. */
const secretFields = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'answers',
  'answer',
  'comment',
  'body',
  'payload',
  'variables',
  'to',
  'email',
];
const redactedPaths = secretFields.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Structured log of the process, one JSON line for each event. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redactedPaths, censor: '[redacted]' },
  };
  return destination
    ? pino(options, destination)
    : pino(options, pino.destination({ fd: 1, sync: true }));
}

/** The log of one request or job: every line carries its id. */
export function loggerFor(log: Logger, requestId: string): Logger {
  return log.child({ requestId });
}
