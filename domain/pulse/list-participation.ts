import type { Db } from '../../platform/db';
import { NotFound } from '../../platform/errors';
import { accessibleIds } from '../access';
import type { Context } from '../context';
import { selectParticipation } from './invitation-store';
import { getPulseRound } from './list-rounds';
import { type Participation, participationTable } from './participation';
import type { PulseRound } from './pulse';
import { selectReleasedParticipation, selectTree } from './release-store';
import { selectRoundTree } from './round-tree-store';

/**
 * Participation in a round for the departments that the viewer answers for: as it stands while the round is open, as it
 * was released from then on.
 */
export async function listPulseParticipation(
  ctx: Context,
  { roundId }: { roundId: string },
): Promise<Participation[]> {
  const visible = accessibleIds(ctx.viewer, 'read', 'PulseParticipation', 'departmentId');
  if (visible !== 'all' && visible.length === 0) throw new NotFound();
  const table = await participationIn(ctx.db, await getPulseRound(ctx, { roundId }));
  return table.filter(({ departmentId }) => visible === 'all' || visible.includes(departmentId));
}

/** In the order of today's tree; a department that is newer than the round has no numbers. */
async function participationIn(
  db: Db,
  { roundId, isReleased }: PulseRound,
): Promise<Participation[]> {
  const known = new Map(
    (isReleased
      ? await selectReleasedParticipation(db, roundId)
      : await countedSoFar(db, roundId)
    ).map((row) => [row.departmentId, row]),
  );
  return (await selectTree(db)).map(
    ({ departmentId }) => known.get(departmentId) ?? { departmentId, asked: null, answered: null },
  );
}

async function countedSoFar(db: Db, roundId: string): Promise<Participation[]> {
  const { tree, shown } = await selectRoundTree(db, roundId);
  return participationTable(tree, await selectParticipation(db, roundId), shown);
}
