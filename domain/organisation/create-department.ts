import { InvalidInput, NotFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type Department, departmentInput } from './department';
import { findDepartments, insertDepartment, rebuildDepartmentClosure } from './department-store';

/** Creates a department below a parent, or the root. Refuses a code that is taken and a parent that is not there. */
export const createDepartment = audited(
  'department.create',
  async (ctx: Context, input: unknown): Promise<Department> => {
    authorise(ctx.viewer, 'create', 'Department');
    const parsed = parseInput(departmentInput, input);
    if (parsed.parentDepartmentId && (await findDepartments(ctx.db, [parsed.parentDepartmentId])).length === 0) {
      throw new NotFound();
    }
    const taken = await ctx.db
      .selectFrom('department')
      .select('department_id')
      .where('code', '=', parsed.code)
      .executeTakeFirst();
    if (taken) {
      throw new InvalidInput([
        {
          path: ['code'],
          message: { en: `The code ${parsed.code} is taken. Choose another.`, zh: `代码 ${parsed.code} 已被使用，请换一个。` },
        },
      ]);
    }
    const departmentId = newId();
    await insertDepartment(ctx.db, departmentId, parsed);
    await rebuildDepartmentClosure(ctx.db);
    const [created] = await findDepartments(ctx.db, [departmentId]);
    return created!;
  },
  (_input, department) => ({ subjectType: 'Department', subjectId: department.departmentId }),
);
