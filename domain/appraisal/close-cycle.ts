import { Conflict, NotFound } from '../../platform/errors';
import { textOf } from '../../universal/text';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import type { Cycle } from './cycle';
import { closeReviews, findCycle, lockCycle, updateCycle } from './cycle-store';
import { reviewMessages } from './messages';

/** Ends a cycle whose reviews are all shared. Who has not acknowledged yet does not keep it open. */
export const closeCycle = audited(
  'review_cycle.close',
  async (ctx: Context, { cycleId }: { cycleId: string }): Promise<Cycle> => {
    authorise(ctx.viewer, 'update', 'ReviewCycle');
    await lockCycle(ctx.db, cycleId);
    const cycle = await findCycle(ctx.db, cycleId);
    if (!cycle) throw new NotFound();
    if (cycle.closedAt) throw new Conflict(textOf(reviewMessages, 'cycleClosed'));
    if (cycle.sharedCount < cycle.reviewCount)
      throw new Conflict(textOf(reviewMessages, 'nothingToClose'));
    await closeReviews(ctx.db, cycleId);
    await updateCycle(ctx.db, cycleId, { closedAt: ctx.clock.now() });
    return (await findCycle(ctx.db, cycleId))!;
  },
  (_input, { cycleId, reviewCount, acknowledgedCount }) => ({
    subjectType: 'ReviewCycle',
    subjectId: cycleId,
    details: { reviewCount, acknowledgedCount },
  }),
);
