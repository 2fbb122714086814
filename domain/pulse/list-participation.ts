import { NotFound } from '../../platform/errors';
import { accessibleIds } from '../access';
import type { Context } from '../context';
import { selectParticipation } from './invitation-store';
import { getPulseRound } from './list-rounds';
import { type Participation, participationTable } from './participation';
import type { PulseRound } from './pulse';
import { selectReleasedParticipation, selectTree } from './release-store';

/**
 * Participation in a round for the departments that the viewer answers for: as it stands while the round is open, and
 * as it was released from then on.
 */
export async function listPulseParticipation(
  ctx: Context,
  { roundId }: { roundId: string },
): Promise<Participation[]> {
  const visible = accessibleIds(ctx.viewer, 'read', 'PulseParticipation', 'departmentId');
  if (visible !== 'all' && visible.length === 0) throw new NotFound();
  const round = await getPulseRound(ctx, { roundId });
  const table = await participationIn(ctx, round);
  return table.filter(({ departmentId }) => visible === 'all' || visible.includes(departmentId));
}

async function participationIn({ db }: Context, round: PulseRound): Promise<Participation[]> {
  const tree = await selectTree(db);
  if (!round.isReleased) {
    return participationTable(
      tree,
      await selectParticipation(db, round.roundId),
      round.minimumGroup,
    );
  }
  const released = new Map(
    (await selectReleasedParticipation(db, round.roundId)).map((row) => [row.departmentId, row]),
  );
  return tree.map(
    ({ departmentId }) =>
      released.get(departmentId) ?? { departmentId, asked: null, answered: null },
  );
}
