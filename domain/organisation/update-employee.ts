import { parseInput } from '../../platform/parse-input';
import { assertUnchanged } from '../../platform/revision';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type Employee, employeeRevision, employeeUpdate } from './employee';
import { assertEmployeeIsUnique, getEmployeeRow, updateEmployeeRow } from './employee-store';
import { lockHistories } from './history-store';

/** Corrects number, name, mail address and language of a person. */
export const updateEmployee = audited(
  'employee.update',
  async (ctx: Context, input: unknown): Promise<Employee> => {
    const { employeeId, revision, ...change } = parseInput(employeeUpdate, input);
    authorise(ctx.viewer, 'update', 'Employee', { employeeId });
    await lockHistories(ctx.db);
    const read = async () => employeeRevision(await getEmployeeRow(ctx.db, employeeId));
    await read();
    await assertUnchanged(ctx.db, { thing: `employee:${employeeId}`, seen: revision, read });
    await assertEmployeeIsUnique(ctx.db, change, employeeId);
    await updateEmployeeRow(ctx.db, employeeId, change);
    return getEmployeeRow(ctx.db, employeeId);
  },
  (_input, { employeeId }) => ({ subjectType: 'Employee', subjectId: employeeId }),
);
