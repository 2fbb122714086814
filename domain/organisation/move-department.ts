import { Conflict } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type Department, departmentMove } from './department';
import {
  getDepartment,
  isWithinDepartment,
  lockDepartmentTree,
  rebuildDepartmentClosure,
  updateDepartmentRow,
} from './department-store';

/** A department cannot lie in itself. */
export class DepartmentWithinItself extends Conflict {
  constructor() {
    super({
      en: 'A department cannot be moved into itself or into a department below it.',
      zh: '部门不能移动到自身或其下级部门中。',
    });
  }
}

export class DepartmentIsArchived extends Conflict {
  constructor({ nameEn, nameZh }: Pick<Department, 'nameEn' | 'nameZh'>) {
    super({ en: `${nameEn} is archived. Restore it first.`, zh: `${nameZh}已归档，请先恢复。` });
  }
}

export function assertNotArchived(department: Department): void {
  if (department.isArchived) throw new DepartmentIsArchived(department);
}

/** Puts a department with everything below it under another parent, or at the top. */
export const moveDepartment = audited(
  'department.move',
  async (ctx: Context, input: unknown): Promise<Department> => {
    const { departmentId, parentDepartmentId } = parseInput(departmentMove, input);
    authorise(ctx.viewer, 'update', 'Department', { departmentId });
    await lockDepartmentTree(ctx.db);
    await getDepartment(ctx.db, departmentId);
    if (parentDepartmentId) {
      assertNotArchived(await getDepartment(ctx.db, parentDepartmentId));
      if (await isWithinDepartment(ctx.db, parentDepartmentId, departmentId))
        throw new DepartmentWithinItself();
    }
    await updateDepartmentRow(ctx.db, { departmentId, parentDepartmentId });
    await rebuildDepartmentClosure(ctx.db);
    return getDepartment(ctx.db, departmentId);
  },
  (_input, { departmentId, parentDepartmentId }) => ({
    subjectType: 'Department',
    subjectId: departmentId,
    details: { parentDepartmentId },
  }),
);
