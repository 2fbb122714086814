import { newId } from '../../platform/ids';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type Department, departmentInput } from './department';
import {
  assertCodeIsFree,
  getDepartment,
  insertDepartment,
  lockDepartmentTree,
  rebuildDepartmentClosure,
} from './department-store';
import { assertNotArchived } from './move-department';

/** Creates a department below a parent, or the root. Refuses a code that is taken and a parent that is not there. */
export const createDepartment = audited(
  'department.create',
  async (ctx: Context, input: unknown): Promise<Department> => {
    authorise(ctx.viewer, 'create', 'Department');
    const parsed = parseInput(departmentInput, input);
    await lockDepartmentTree(ctx.db);
    if (parsed.parentDepartmentId)
      assertNotArchived(await getDepartment(ctx.db, parsed.parentDepartmentId));
    await assertCodeIsFree(ctx.db, parsed.code);
    const departmentId = newId();
    await insertDepartment(ctx.db, departmentId, parsed);
    await rebuildDepartmentClosure(ctx.db);
    return getDepartment(ctx.db, departmentId);
  },
  (_input, department) => ({ subjectType: 'Department', subjectId: department.departmentId }),
);
