import type { Context } from '../context';
import { findEmployees } from './employee-store';
import {
  findDirectReports,
  findManagersAbove,
  findMembers,
  type Member,
} from './reporting-line-store';

/**
 * Answers for other areas about a day: where someone worked, for whom, with whom. They do not authorise, because the use
 * case that asks has done so for a thing of its own.
 */

/** The department in which the employee worked on that day; undefined before joining and after leaving. */
export async function departmentOf(
  ctx: Context,
  { employeeId, on }: { employeeId: string; on: string },
): Promise<string | undefined> {
  const [entry] = await findEmployees(ctx.db, [employeeId], on);
  return entry?.departmentId ?? undefined;
}

/** The employee's manager on that day. */
export async function managerOf(
  ctx: Context,
  { employeeId, on }: { employeeId: string; on: string },
): Promise<string | undefined> {
  const [entry] = await findEmployees(ctx.db, [employeeId], on);
  return entry?.managerEmployeeId ?? undefined;
}

/** Who worked in the department, or anywhere below it, on that day. */
export function listMembersOf(
  ctx: Context,
  { departmentId, on }: { departmentId: string; on: string },
): Promise<Member[]> {
  return findMembers(ctx.db, departmentId, on);
}

/** Whom the employee led directly on that day. */
export function directReportsOf(
  ctx: Context,
  { employeeId, on }: { employeeId: string; on: string },
): Promise<string[]> {
  return findDirectReports(ctx.db, employeeId, on);
}

/** Whether the one stood above the other on that day, directly or through others. */
export async function isInReportingLineOf(
  ctx: Context,
  {
    employeeId,
    managerEmployeeId,
    on,
  }: { employeeId: string; managerEmployeeId: string; on: string },
): Promise<boolean> {
  return (await findManagersAbove(ctx.db, employeeId, on)).includes(managerEmployeeId);
}
