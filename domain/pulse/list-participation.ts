import { NotFound } from '../../platform/errors';
import { accessibleIds } from '../access';
import type { Context } from '../context';
import { selectParticipation } from './invitation-store';
import { getPulseRound } from './list-rounds';
import { type Participation, participationTable } from './participation';
import { selectTree } from './release-store';

/** Participation in a round for the departments that the viewer answers for, open or closed. */
export async function listPulseParticipation(
  ctx: Context,
  { roundId }: { roundId: string },
): Promise<Participation[]> {
  const visible = accessibleIds(ctx.viewer, 'read', 'PulseParticipation', 'departmentId');
  if (visible !== 'all' && visible.length === 0) throw new NotFound();
  const round = await getPulseRound(ctx, { roundId });
  const table = participationTable(
    await selectTree(ctx.db),
    await selectParticipation(ctx.db, roundId),
    round.minimumGroup,
  );
  return table.filter(({ departmentId }) => visible === 'all' || visible.includes(departmentId));
}
