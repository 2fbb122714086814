import { newId } from '../../platform/ids';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type EmployeeEntry, employeeInput } from './employee';
import { assertEmployeeIsUnique, findEmployees, insertEmployee } from './employee-store';
import { lockHistories, replaceManagers, replacePlacements } from './history-store';
import { assertNotOwnPlace } from './own-place';
import { assertDepartmentTakesPeople, assertMayManage } from './placement-rules';

/** Adds a person who works in a department from the day of hiring on. */
export const createEmployee = audited(
  'employee.create',
  async (ctx: Context, input: unknown): Promise<EmployeeEntry> => {
    authorise(ctx.viewer, 'create', 'Employee');
    const { departmentId, positionTitle, managerEmployeeId, ...person } = parseInput(
      employeeInput,
      input,
    );
    const { hiredOn: from } = person;
    await lockHistories(ctx.db);
    await assertEmployeeIsUnique(ctx.db, person);
    await assertDepartmentTakesPeople(ctx.db, departmentId);
    await assertNotOwnPlace(ctx, { managerEmployeeId });
    if (managerEmployeeId)
      await assertMayManage(ctx.db, { employeeId: null, managerEmployeeId, from });

    const employeeId = newId();
    await insertEmployee(ctx.db, { employeeId, ...person });
    await replacePlacements(ctx.db, employeeId, [
      { from, to: null, value: { departmentId, positionTitle } },
    ]);
    if (managerEmployeeId)
      await replaceManagers(ctx.db, employeeId, [{ from, to: null, value: { managerEmployeeId } }]);
    const [created] = await findEmployees(ctx.db, [employeeId], from);
    return created!;
  },
  (_input, { employeeId }) => ({ subjectType: 'Employee', subjectId: employeeId }),
);
