import { type JobEntry, type JobState, listJobs } from '../../platform/queue';
import { authorise } from '../access';
import type { Context } from '../context';

export const jobStates = [
  'scheduled',
  'waiting',
  'running',
  'retrying',
  'failed',
] as const satisfies readonly JobState[];

/** Background work that waits, runs or has failed, newest first. */
export function listBackgroundJobs(
  ctx: Context,
  { state, limit, offset }: { state?: JobState | undefined; limit: number; offset: number },
): Promise<{ jobs: JobEntry[]; total: number }> {
  authorise(ctx.viewer, 'read', 'Job');
  return listJobs(ctx.db, { ...(state && { state }), limit, offset });
}
