import { authorise } from '../access';
import type { Context } from '../context';
import { selectEmployeeAccess } from './access-store';
import { type EmployeeAccess, noAccess } from './employee-access';

/** Whether each of these people may sign in, in the order of the ids. */
export async function listEmployeeAccess(
  ctx: Context,
  { employeeIds }: { employeeIds: readonly string[] },
): Promise<EmployeeAccess[]> {
  authorise(ctx.viewer, 'manage', 'UserAccount');
  const known = await selectEmployeeAccess(ctx.db, employeeIds, ctx.clock.now());
  return employeeIds.map((employeeId) => known.get(employeeId) ?? noAccess);
}
