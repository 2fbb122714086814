import { Conflict, NotFound } from '../../platform/errors';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { releaseJobName } from './job-names';
import { pulseErrors, type PulseRound } from './pulse';
import { markClosed, selectRoundById } from './round-store';

/** Closes an open round. No answer is taken from then on, and its results are computed in the background. */
export const closePulseRound = audited(
  'pulse_round.close',
  async (ctx: Context, { roundId }: { roundId: string }): Promise<PulseRound> => {
    authorise(ctx.viewer, 'update', 'PulseRound');
    if (!(await selectRoundById(ctx.db, roundId))) throw new NotFound();
    if (!(await markClosed(ctx.db, { roundId, at: ctx.clock.now() })))
      throw new Conflict(pulseErrors.notOpen);
    await ctx.queue.enqueue(ctx.db, releaseJobName, { roundId });
    return (await selectRoundById(ctx.db, roundId))!;
  },
  ({ roundId }) => ({ subjectType: 'PulseRound', subjectId: roundId }),
);
