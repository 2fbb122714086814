import { authorise } from '../access';
import type { Context } from '../context';
import { getPulseRound } from './list-rounds';
import { selectReleasedComments } from './release-store';

export const pulseCommentsAtOnce = 50;

/**
 * Released comments of a department and everything below it, in an order that tells nothing. Employees who read the
 * results of their own department do not read its comments: only those who answer for the department do.
 */
export async function listPulseComments(
  ctx: Context,
  { roundId, departmentId, page = 1 }: { roundId: string; departmentId: string; page?: number },
): Promise<{ comments: { commentId: string; body: string }[]; hasMore: boolean }> {
  authorise(ctx.viewer, 'read', 'PulseRelease', { departmentId });
  authorise(ctx.viewer, 'read', 'PulseParticipation', { departmentId });
  await getPulseRound(ctx, { roundId });
  const offset = (Math.max(1, page) - 1) * pulseCommentsAtOnce;
  const found = await selectReleasedComments(ctx.db, {
    roundId,
    departmentId,
    limit: pulseCommentsAtOnce + 1,
    offset,
  });
  return {
    comments: found.slice(0, pulseCommentsAtOnce),
    hasMore: found.length > pulseCommentsAtOnce,
  };
}
