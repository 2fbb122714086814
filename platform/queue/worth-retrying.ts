import { AppError } from '../errors';
import type { RunningJob } from './job';

/** What was refused by a rule is refused again; a lost connection or an unforeseen error may pass. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof AppError)
    return error.code === 'UNAVAILABLE' || error.code === 'RATE_LIMITED';
  return !(error instanceof Error && error.name === 'ZodError');
}

/** Whether work that failed so is over for good: whoever waits for it has to be told. A process that ends is no failure. */
export function isLastFailure(
  error: unknown,
  { isLastAttempt = false, signal }: Partial<Pick<RunningJob, 'isLastAttempt' | 'signal'>>,
): boolean {
  return !isWorthRetrying(error) || (isLastAttempt && !signal?.aborted);
}
