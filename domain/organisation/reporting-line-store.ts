import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** Everyone above the employee on that day, nearest first. */
export async function findManagersAbove(db: Db, employeeId: string, on: string): Promise<string[]> {
  const { rows } = await sql<{ employeeId: string }>`
    with recursive above as (
      select manager_employee_id, 1 as distance from reporting_line
      where employee_id = ${employeeId} and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
      union
      select r.manager_employee_id, above.distance + 1
      from above join reporting_line r on r.employee_id = above.manager_employee_id
        and r.valid_from <= ${on}::date and (r.valid_to is null or r.valid_to > ${on}::date)
      where above.distance < 64
    )
    select manager_employee_id as "employeeId" from above order by distance`.execute(db);
  return rows.map((row) => row.employeeId);
}

/** Whom the employee leads directly on that day. */
export async function findDirectReports(
  db: Db,
  managerEmployeeId: string,
  on: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('reporting_line')
    .select('employee_id')
    .where('manager_employee_id', '=', managerEmployeeId)
    .where(sql<boolean>`valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`)
    .orderBy('employee_id')
    .execute();
  return rows.map((row) => row.employee_id);
}

/** How many people report to the employee on that day or have been promised to from later on. */
export async function countReportsFrom(
  db: Db,
  managerEmployeeId: string,
  day: string,
): Promise<number> {
  const row = await db
    .selectFrom('reporting_line')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('manager_employee_id', '=', managerEmployeeId)
    .where(sql<boolean>`(valid_to is null or valid_to > ${day}::date)`)
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface Member {
  employeeId: string;
  departmentId: string;
  hiredOn: string;
}

/** Who works in the department or below it on that day. */
export async function findMembers(db: Db, departmentId: string, on: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.employee_id as "employeeId", m.department_id as "departmentId", e.hired_on as "hiredOn"
    from department_closure c
    join department_membership m on m.department_id = c.descendant_id
    join employee e on e.employee_id = m.employee_id
    where c.ancestor_id = ${departmentId}
      and m.valid_from <= ${on}::date and (m.valid_to is null or m.valid_to > ${on}::date)
    order by m.employee_id`.execute(db);
  return rows;
}
