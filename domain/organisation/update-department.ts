import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type Department, departmentUpdate } from './department';
import {
  assertCodeIsFree,
  assertDepartmentUnchanged,
  getDepartment,
  updateDepartmentRow,
} from './department-store';
import { getEmployeeRow } from './employee-store';

/** Changes code, names and head of a department. Figures of the past keep following the department, not its name. */
export const updateDepartment = audited(
  'department.update',
  async (ctx: Context, input: unknown): Promise<Department> => {
    const { revision, ...change } = parseInput(departmentUpdate, input);
    authorise(ctx.viewer, 'update', 'Department', { departmentId: change.departmentId });
    await assertDepartmentUnchanged(ctx.db, change.departmentId, revision);
    await assertCodeIsFree(ctx.db, change.code, change.departmentId);
    if (change.headEmployeeId) await getEmployeeRow(ctx.db, change.headEmployeeId);
    await updateDepartmentRow(ctx.db, change);
    return getDepartment(ctx.db, change.departmentId);
  },
  (_input, { departmentId, code, headEmployeeId }) => ({
    subjectType: 'Department',
    subjectId: departmentId,
    details: { code, headEmployeeId },
  }),
);
