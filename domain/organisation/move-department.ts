import { Conflict, InvalidInput } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type Department, departmentMove } from './department';
import {
  findParents,
  isSameParent,
  isWithinDepartmentFrom,
  replaceParents,
} from './department-parent-store';
import {
  assertDepartmentUnchanged,
  getDepartment,
  lockDepartmentTree,
  rebuildDepartmentClosure,
  updateDepartmentRow,
} from './department-store';
import { assignFrom, valueOn } from './period';
import { todayOf } from './today';

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

/**
 * Puts a department with everything below it under another parent, or at the top, from a day on; today unless another is
 * named. The days before stay as they were, and so does what was to hold from a later day on.
 */
export const moveDepartment = audited(
  'department.move',
  async (ctx: Context, input: unknown): Promise<Department> => {
    const { departmentId, parentDepartmentId, revision, ...move } = parseInput(
      departmentMove,
      input,
    );
    authorise(ctx.viewer, 'update', 'Department', { departmentId });
    const today = todayOf(ctx);
    const from = move.from ?? today;
    assertNotInFuture(from, today);
    await lockDepartmentTree(ctx.db);
    await assertDepartmentUnchanged(ctx.db, departmentId, revision);
    if (parentDepartmentId) {
      assertNotArchived(await getDepartment(ctx.db, parentDepartmentId));
      const within = { departmentId: parentDepartmentId, ancestorId: departmentId, from };
      if (await isWithinDepartmentFrom(ctx.db, within)) throw new DepartmentWithinItself();
    }
    const parents = assignFrom(await findParents(ctx.db, departmentId), {
      from,
      value: { parentDepartmentId },
      isSame: isSameParent,
    });
    await replaceParents(ctx.db, departmentId, parents);
    const now = valueOn(parents, today) ?? { parentDepartmentId };
    await updateDepartmentRow(ctx.db, { departmentId, ...now });
    await rebuildDepartmentClosure(ctx.db);
    return getDepartment(ctx.db, departmentId);
  },
  (input, { departmentId }) => {
    const { parentDepartmentId, from } = parseInput(departmentMove, input);
    return {
      subjectType: 'Department',
      subjectId: departmentId,
      details: { parentDepartmentId, ...(from ? { from } : {}) },
    };
  },
);

/** The tree of a day that has not come is not known yet: rights and lists follow the tree as it stands today. */
function assertNotInFuture(from: string, today: string): void {
  if (from <= today) return;
  throw new InvalidInput([
    {
      path: ['from'],
      message: {
        en: 'A department can be moved from today or from an earlier day on.',
        zh: '部门只能从今天或更早的日期起移动。',
      },
    },
  ]);
}
