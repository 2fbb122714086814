import { authorise } from '../access';
import type { Context } from '../context';
import { closePulseRound } from './close-round';
import { judgeEarlierReleases } from './judge-earlier-releases';
import { openPulseRound } from './open-round';
import { hasOpenRound, selectDueRounds } from './round-store';

/**
 * Closes and opens what was due at that moment, and lets results of an earlier version be read again. A round whose turn
 * comes while another is open waits for it.
 */
export async function turnRounds(ctx: Context, { moment }: { moment: Date }): Promise<void> {
  authorise(ctx.viewer, 'manage', 'PulseRound');
  await judgeEarlierReleases(ctx);
  const { toOpen, toClose } = await selectDueRounds(ctx.db, moment);
  for (const roundId of toClose) await closePulseRound(ctx, { roundId });
  for (const roundId of toOpen) {
    if (await hasOpenRound(ctx.db)) return;
    await openPulseRound(ctx, { roundId });
  }
}
