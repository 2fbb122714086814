import { parseInput } from '../../platform/parse-input';
import { assertUnchanged } from '../../platform/revision';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type Employee, transferInput } from './employee';
import { managerOf } from './employee-on-day';
import { getEmployeeRow } from './employee-store';
import {
  findManagers,
  findPlacements,
  isSameManager,
  isSamePlacement,
  lockHistories,
  replaceManagers,
  replacePlacements,
} from './history-store';
import { assertNotOwnPlace } from './own-place';
import { assignFrom } from './period';
import { placeRevisionOf } from './place-revision';
import { assertMeantToComeBack, rehire } from './rehire';
import {
  assertDepartmentTakesPeople,
  assertEmployedFrom,
  assertMayManage,
} from './placement-rules';

/**
 * Lets a person work elsewhere, as something else or for someone else from a day on; the days before stay as they were,
 * and a change already planned for a later day still happens. Who left by then is taken back, where that is meant.
 */
export const transferEmployee = audited(
  'employee.transfer',
  async (ctx: Context, input: unknown): Promise<Employee & { isOwn: boolean }> => {
    const { employeeId, departmentId, positionTitle, managerEmployeeId, from, ...given } =
      parseInput(transferInput, input);
    authorise(ctx.viewer, 'update', 'Employee', { employeeId });
    await lockHistories(ctx.db);
    const employee = await getEmployeeRow(ctx.db, employeeId);
    await assertUnchanged(ctx.db, {
      thing: `place:${employeeId}`,
      seen: given.revision,
      read: () => placeRevisionOf(ctx.db, employeeId),
    });
    if (employee.leftOn !== null && from >= employee.leftOn) {
      assertMeantToComeBack(employee, given.rehire);
      await rehire(ctx, employee, { on: from, field: 'from' });
    } else await assertEmployedFrom(ctx.db, employee, from);
    await assertDepartmentTakesPeople(ctx.db, departmentId);
    const isOwn = await assertNotOwnPlace(ctx, {
      employeeId,
      managerEmployeeId,
      formerManagerEmployeeId: (await managerOf(ctx, { employeeId, on: from })) ?? null,
    });
    if (managerEmployeeId) await assertMayManage(ctx.db, { employeeId, managerEmployeeId, from });

    const placements = (await findPlacements(ctx.db, [employeeId])).get(employeeId) ?? [];
    const placement = { departmentId, positionTitle };
    await replacePlacements(
      ctx.db,
      employeeId,
      assignFrom(placements, { from, value: placement, isSame: isSamePlacement }),
    );
    await changeManager(ctx, { employeeId, managerEmployeeId, from });
    return { ...(await getEmployeeRow(ctx.db, employeeId)), isOwn };
  },
  (input, { employeeId, isOwn }) => {
    const { departmentId, from, rehire: isRehire } = parseInput(transferInput, input);
    const details = {
      departmentId,
      from,
      ...(isOwn && { isOwn }),
      ...(isRehire && { isRehire }),
    };
    return { subjectType: 'Employee', subjectId: employeeId, details };
  },
);

async function changeManager(
  ctx: Context,
  {
    employeeId,
    managerEmployeeId,
    from,
  }: { employeeId: string; managerEmployeeId: string | null; from: string },
): Promise<void> {
  const managers = (await findManagers(ctx.db, [employeeId])).get(employeeId) ?? [];
  const changed = managerEmployeeId
    ? assignFrom(managers, { from, value: { managerEmployeeId }, isSame: isSameManager })
    : withoutManagerFrom(managers, from);
  await replaceManagers(ctx.db, employeeId, changed);
}

/** Nobody above from that day on, until a change that is planned for later. */
function withoutManagerFrom<P extends { from: string; to: string | null }>(
  periods: readonly P[],
  from: string,
): P[] {
  return periods
    .filter((period) => period.from !== from)
    .map((period) =>
      period.from < from && (period.to === null || period.to > from)
        ? { ...period, to: from }
        : period,
    );
}
