import { accessibleIds, isAllowed } from '../access';
import type { Context } from '../context';
import type { Department } from './department';
import { countMembers, findDepartments, selectDepartmentTree } from './department-store';
import { todayOf } from './today';

/** The departments the viewer may see, parents before children; archived ones only when asked for. */
export function listDepartments(
  ctx: Context,
  options: { withArchived?: boolean } = {},
): Promise<Department[]> {
  return selectDepartmentTree(
    ctx.db,
    accessibleIds(ctx.viewer, 'read', 'Department', 'departmentId'),
    options,
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

/** How many people work in each department or below it today; null for those who do not look after people. */
export async function listMemberCounts(
  ctx: Context,
  { departmentIds }: { departmentIds: readonly string[] },
): Promise<(number | null)[]> {
  if (!isAllowed(ctx.viewer, 'update', 'Employee')) return departmentIds.map(() => null);
  const counts = await countMembers(ctx.db, departmentIds, todayOf(ctx));
  return departmentIds.map((id) => counts.get(id) ?? 0);
}
