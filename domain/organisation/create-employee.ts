import { newId } from '../../platform/ids';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type EmployeeEntry, employeeInput } from './employee';
import {
  assertEmployeeIsUnique,
  findEmployees,
  findFormerEmployee,
  insertEmployee,
  updateEmployeeRow,
} from './employee-store';
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
import { assertDepartmentTakesPeople, assertMayManage } from './placement-rules';
import { assertMeantToComeBack, rehire } from './rehire';

/** Adds a person who works in a department from the day of hiring on, or takes one back who left, where that is meant. */
export const createEmployee = audited(
  'employee.create',
  async (ctx: Context, input: unknown): Promise<EmployeeEntry> => {
    authorise(ctx.viewer, 'create', 'Employee');
    const {
      departmentId,
      positionTitle,
      managerEmployeeId,
      rehire: isMeant,
      ...person
    } = parseInput(employeeInput, input);
    const { hiredOn: from } = person;
    await lockHistories(ctx.db);
    const former = await findFormerEmployee(ctx.db, person.employeeNumber, from);
    if (former) assertMeantToComeBack(former, isMeant);
    await assertEmployeeIsUnique(ctx.db, person, former?.employeeId);
    await assertDepartmentTakesPeople(ctx.db, departmentId);
    await assertNotOwnPlace(ctx, {
      managerEmployeeId,
      ...(former && { employeeId: former.employeeId }),
    });
    if (managerEmployeeId)
      await assertMayManage(ctx.db, {
        employeeId: former?.employeeId ?? null,
        managerEmployeeId,
        from,
      });

    const employeeId = former?.employeeId ?? newId();
    if (former) {
      await rehire(ctx, former, { on: from, field: 'hiredOn' });
      const { hiredOn: _, ...description } = person;
      await updateEmployeeRow(ctx.db, employeeId, description);
    } else await insertEmployee(ctx.db, { employeeId, ...person });
    const places = (await findPlacements(ctx.db, [employeeId])).get(employeeId) ?? [];
    const place = { from, value: { departmentId, positionTitle }, isSame: isSamePlacement };
    await replacePlacements(ctx.db, employeeId, assignFrom(places, place));
    if (managerEmployeeId) {
      const lines = (await findManagers(ctx.db, [employeeId])).get(employeeId) ?? [];
      const line = { from, value: { managerEmployeeId }, isSame: isSameManager };
      await replaceManagers(ctx.db, employeeId, assignFrom(lines, line));
    }
    const [created] = await findEmployees(ctx.db, [employeeId], from);
    return created!;
  },
  (_input, { employeeId }) => ({ subjectType: 'Employee', subjectId: employeeId }),
);
