import { accessibleIds } from '../access';
import type { Context } from '../context';
import type { Department } from './department';
import { findDepartments, selectDepartmentTree } from './department-store';

/** The departments the viewer may see, parents before children. */
export function listDepartments(ctx: Context): Promise<Department[]> {
  return selectDepartmentTree(
    ctx.db,
    accessibleIds(ctx.viewer, 'read', 'Department', 'departmentId'),
  );
}

/** One entry per id asked for, in that order; null where there is none or the viewer may not see it. */
export async function listDepartmentsById(
  ctx: Context,
  { departmentIds }: { departmentIds: readonly string[] },
): Promise<(Department | null)[]> {
  const visible = accessibleIds(ctx.viewer, 'read', 'Department', 'departmentId');
  const wanted = departmentIds.filter((id) => visible === 'all' || visible.includes(id));
  const found = new Map(
    (await findDepartments(ctx.db, wanted)).map((row) => [row.departmentId, row]),
  );
  return departmentIds.map((id) => found.get(id) ?? null);
}
