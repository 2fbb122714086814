import { Conflict } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type Department, departmentReference } from './department';
import {
  countOccupants,
  getDepartment,
  lockDepartmentTree,
  storeArchiving,
} from './department-store';
import { assertNotArchived } from './move-department';
import { todayOf } from './today';

/** Only an empty department can be archived. */
export class DepartmentIsOccupied extends Conflict {
  constructor({ departments, people }: { departments: number; people: number }) {
    super(
      {
        en: `Move its ${departments} departments and ${people} people elsewhere first.`,
        zh: `请先将其 ${departments} 个下级部门和 ${people} 名人员移到别处。`,
      },
      { details: { departments, people } },
    );
  }
}

/** Takes a department out of use. Its past stays: scorecards and histories go on naming it. */
export const archiveDepartment = audited(
  'department.archive',
  async (ctx: Context, input: unknown): Promise<Department> => {
    const { departmentId } = parseInput(departmentReference, input);
    authorise(ctx.viewer, 'update', 'Department', { departmentId });
    await lockDepartmentTree(ctx.db);
    await getDepartment(ctx.db, departmentId);
    const occupants = await countOccupants(ctx.db, departmentId, todayOf(ctx));
    if (occupants.departments > 0 || occupants.people > 0)
      throw new DepartmentIsOccupied(occupants);
    await storeArchiving(ctx.db, departmentId, ctx.clock.now());
    return getDepartment(ctx.db, departmentId);
  },
  (_input, { departmentId }) => ({ subjectType: 'Department', subjectId: departmentId }),
);

/** Brings an archived department back, unless the department above it is archived. */
export const restoreDepartment = audited(
  'department.restore',
  async (ctx: Context, input: unknown): Promise<Department> => {
    const { departmentId } = parseInput(departmentReference, input);
    authorise(ctx.viewer, 'update', 'Department', { departmentId });
    await lockDepartmentTree(ctx.db);
    const { parentDepartmentId } = await getDepartment(ctx.db, departmentId);
    if (parentDepartmentId) assertNotArchived(await getDepartment(ctx.db, parentDepartmentId));
    await storeArchiving(ctx.db, departmentId, null);
    return getDepartment(ctx.db, departmentId);
  },
  (_input, { departmentId }) => ({ subjectType: 'Department', subjectId: departmentId }),
);
