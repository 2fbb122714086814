import { Conflict, NotFound } from '../../platform/errors';
import { textOf } from '../../universal/text';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import type { Cycle } from './cycle';
import { findCycle, lockCycle, updateCycle } from './cycle-store';
import { reviewMessages } from './messages';

export const startManagerReviewsJobName = 'appraisal.start-manager-reviews';

/**
 * Asks for the manager reviews of a cycle to start. A job freezes the evidence and opens the reviews. The moment of
 * asking decides which quarter the evidence looks at, so a late worker looks at the same one.
 */
export const requestManagerReviews = audited(
  'review_cycle.start_manager_reviews',
  async (ctx: Context, { cycleId }: { cycleId: string }): Promise<Cycle> => {
    authorise(ctx.viewer, 'update', 'ReviewCycle');
    await lockCycle(ctx.db, cycleId);
    const cycle = await findCycle(ctx.db, cycleId);
    if (!cycle) throw new NotFound();
    if (cycle.closedAt) throw new Conflict(textOf(reviewMessages, 'cycleClosed'));
    if (cycle.managerReviewStartedAt) throw new Conflict(textOf(reviewMessages, 'nothingToStart'));
    // Asking again, after the job was given up, keeps the first moment.
    if (!cycle.managerReviewRequestedAt) {
      await updateCycle(ctx.db, cycleId, { managerReviewRequestedAt: ctx.clock.now() });
    }
    await ctx.queue.enqueue(
      ctx.db,
      startManagerReviewsJobName,
      { cycleId },
      { jobKey: `${startManagerReviewsJobName}:${cycleId}` },
    );
    return (await findCycle(ctx.db, cycleId))!;
  },
  (_input, { cycleId }) => ({ subjectType: 'ReviewCycle', subjectId: cycleId }),
);
