import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { newId } from '../../platform/ids';
import type { Period } from './period';

/** A place in the organisation: the department and what the person does there. */
export interface Placement {
  departmentId: string;
  positionTitle: string;
}

export interface Manager {
  managerEmployeeId: string;
}

export const isSamePlacement = (one: Placement, other: Placement): boolean =>
  one.departmentId === other.departmentId && one.positionTitle === other.positionTitle;

export const isSameManager = (one: Manager, other: Manager): boolean =>
  one.managerEmployeeId === other.managerEmployeeId;

/** Lets one change of places and lines wait for the other: two at once could overlap, or make a ring together. */
export async function lockHistories(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('employee_history'))`.execute(db);
}

/** Where each of these people worked from which day, oldest first. */
export async function findPlacements(
  db: Db,
  employeeIds: readonly string[],
): Promise<Map<string, Period<Placement>[]>> {
  if (employeeIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('department_membership')
    .select(['employee_id', 'department_id', 'position_title', 'valid_from', 'valid_to'])
    .where('employee_id', 'in', employeeIds)
    .orderBy('valid_from')
    .execute();
  return grouped(rows, (row) => ({
    departmentId: row.department_id,
    positionTitle: row.position_title,
  }));
}

/** To whom each of these people reported from which day, oldest first. */
export async function findManagers(
  db: Db,
  employeeIds: readonly string[],
): Promise<Map<string, Period<Manager>[]>> {
  if (employeeIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('reporting_line')
    .select(['employee_id', 'manager_employee_id', 'valid_from', 'valid_to'])
    .where('employee_id', 'in', employeeIds)
    .orderBy('valid_from')
    .execute();
  return grouped(rows, (row) => ({ managerEmployeeId: row.manager_employee_id }));
}

function grouped<R extends { employee_id: string; valid_from: string; valid_to: string | null }, V>(
  rows: readonly R[],
  valueOf: (row: R) => V,
): Map<string, Period<V>[]> {
  const byEmployee = new Map<string, Period<V>[]>();
  for (const row of rows) {
    const periods = byEmployee.get(row.employee_id) ?? [];
    periods.push({ from: row.valid_from, to: row.valid_to, value: valueOf(row) });
    byEmployee.set(row.employee_id, periods);
  }
  return byEmployee;
}

/** What these people are called. */
export async function findNames(
  db: Db,
  employeeIds: readonly string[],
): Promise<Map<string, string>> {
  if (employeeIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('employee')
    .select(['employee_id', 'full_name'])
    .where('employee_id', 'in', employeeIds)
    .execute();
  return new Map(rows.map((row) => [row.employee_id, row.full_name]));
}

/** Stores the whole history of where a person worked, in place of the old one. */
export async function replacePlacements(
  db: Db,
  employeeId: string,
  periods: readonly Period<Placement>[],
): Promise<void> {
  await db.deleteFrom('department_membership').where('employee_id', '=', employeeId).execute();
  if (periods.length === 0) return;
  await db
    .insertInto('department_membership')
    .values(
      periods.map(({ from, to, value }) => ({
        department_membership_id: newId(),
        employee_id: employeeId,
        department_id: value.departmentId,
        position_title: value.positionTitle,
        valid_from: from,
        valid_to: to,
      })),
    )
    .execute();
}

/** Stores the whole history of a person's managers, in place of the old one. */
export async function replaceManagers(
  db: Db,
  employeeId: string,
  periods: readonly Period<Manager>[],
): Promise<void> {
  await db.deleteFrom('reporting_line').where('employee_id', '=', employeeId).execute();
  if (periods.length === 0) return;
  await db
    .insertInto('reporting_line')
    .values(
      periods.map(({ from, to, value }) => ({
        reporting_line_id: newId(),
        employee_id: employeeId,
        manager_employee_id: value.managerEmployeeId,
        valid_from: from,
        valid_to: to,
      })),
    )
    .execute();
}
