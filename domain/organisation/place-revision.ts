import type { Db } from '../../platform/db';
import { revisionOf } from '../../platform/revision';
import { authorise } from '../access';
import type { Context } from '../context';
import { getEmployeeRow } from './employee-store';
import { findManagers, findPlacements } from './history-store';

/** What is known of somebody's employment, places and managers: an editor that changes them is opened with it. */
export async function placeRevisionOf(db: Db, employeeId: string): Promise<string> {
  const { hiredOn, leftOn } = await getEmployeeRow(db, employeeId);
  return revisionOf({
    hiredOn,
    leftOn,
    placements: (await findPlacements(db, [employeeId])).get(employeeId) ?? [],
    managers: (await findManagers(db, [employeeId])).get(employeeId) ?? [],
  });
}

/** The same for whoever may move the person; nobody else gets to know when a place changed. */
export async function getPlaceRevision(
  ctx: Context,
  { employeeId }: { employeeId: string },
): Promise<string> {
  authorise(ctx.viewer, 'update', 'Employee', { employeeId });
  return placeRevisionOf(ctx.db, employeeId);
}
