import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type Employee, employeeUpdate } from './employee';
import { assertEmployeeIsUnique, getEmployeeRow, updateEmployeeRow } from './employee-store';
import { lockHistories } from './history-store';

/** Corrects number, name, mail address and language of a person. */
export const updateEmployee = audited(
  'employee.update',
  async (ctx: Context, input: unknown): Promise<Employee> => {
    const { employeeId, ...change } = parseInput(employeeUpdate, input);
    authorise(ctx.viewer, 'update', 'Employee', { employeeId });
    await lockHistories(ctx.db);
    await getEmployeeRow(ctx.db, employeeId);
    await assertEmployeeIsUnique(ctx.db, change, employeeId);
    await updateEmployeeRow(ctx.db, employeeId, change);
    return getEmployeeRow(ctx.db, employeeId);
  },
  (_input, { employeeId }) => ({ subjectType: 'Employee', subjectId: employeeId }),
);
