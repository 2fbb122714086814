import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import { newId } from '../../../platform/ids';
import type { Employee } from '../employee';
import { insertEarlierEmployments } from '../employment-store';
import type { Employment } from '../employment';
import type { Placement } from '../history-store';
import type { Period } from '../period';
import type { PersonState } from './apply-row';

export interface StoredPerson extends PersonState {
  employeeId: string;
  employee: NonNullable<PersonState['employee']>;
}

/** The people with these numbers, with their whole history. */
export async function findPeopleByNumber(
  db: Db,
  numbers: readonly string[],
): Promise<Map<string, StoredPerson>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<
    Omit<Employee, 'timeZone'> & {
      placements: Period<Placement>[];
      managers: Period<{ managerNumber: string }>[];
      earlier: Employment[];
    }
  >`
    select e.employee_id as "employeeId", e.employee_number as "employeeNumber", e.full_name as "fullName", e.email,
           e.locale, e.hired_on as "hiredOn", e.left_on as "leftOn",
           coalesce((
             select jsonb_agg(jsonb_build_object('from', m.valid_from, 'to', m.valid_to, 'value', jsonb_build_object(
               'departmentId', m.department_id, 'positionTitle', m.position_title)) order by m.valid_from)
             from department_membership m where m.employee_id = e.employee_id), '[]') as placements,
           coalesce((
             select jsonb_agg(jsonb_build_object('from', r.valid_from, 'to', r.valid_to, 'value', jsonb_build_object(
               'managerNumber', manager.employee_number)) order by r.valid_from)
             from reporting_line r join employee manager on manager.employee_id = r.manager_employee_id
             where r.employee_id = e.employee_id), '[]') as managers,
           coalesce((
             select jsonb_agg(jsonb_build_object('hiredOn', b.hired_on, 'leftOn', b.left_on) order by b.hired_on)
             from earlier_employment b where b.employee_id = e.employee_id), '[]') as earlier
    from employee e where e.employee_number = any(${[...numbers]}::text[])`.execute(db);
  return new Map(
    rows.map(({ employeeId, placements, managers, earlier, ...employee }) => [
      employee.employeeNumber,
      { employeeId, employee, placements, managers, earlier },
    ]),
  );
}

/** Who has these mail addresses, by the address in lower case. */
export async function findEmailOwners(
  db: Db,
  emails: readonly string[],
): Promise<{ email: string; employeeNumber: string; fullName: string }[]> {
  if (emails.length === 0) return [];
  const { rows } = await sql<{ email: string; employeeNumber: string; fullName: string }>`
    select lower(email) as email, employee_number as "employeeNumber", full_name as "fullName"
    from employee where lower(email) = any(${[...emails]}::text[])`.execute(db);
  return rows;
}

/** Adds people without any place yet; those who are there already stay as they are. */
export async function insertPeople(
  db: Db,
  people: readonly PersonState['employee'][],
): Promise<void> {
  const rows = people.flatMap((employee) => (employee ? [{ id: newId(), ...employee }] : []));
  if (rows.length === 0) return;
  await sql`
    insert into employee (employee_id, employee_number, full_name, email, locale, hired_on)
    select id, "employeeNumber", "fullName", email, locale, "hiredOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as given (id uuid, "employeeNumber" text, "fullName" text, email text, locale text, "hiredOn" date)
    on conflict do nothing`.execute(db);
}

/** Stores what people are called and their whole history, in place of the old one. */
export async function replacePeople(db: Db, people: readonly StoredPerson[]): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ employeeId }) => employeeId);
  const given = people.map(({ employeeId, employee }) => ({ employeeId, ...employee }));
  await sql`
    update employee e
    set full_name = given."fullName", email = given.email, locale = given.locale, hired_on = given."hiredOn",
        left_on = given."leftOn", updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb)
      as given ("employeeId" uuid, "fullName" text, email text, locale text, "hiredOn" date, "leftOn" date)
    where e.employee_id = given."employeeId"`.execute(db);

  await insertEarlierEmployments(
    db,
    people.flatMap(({ employeeId, earlier = [] }) =>
      earlier.map((employment) => ({ employeeId, ...employment })),
    ),
  );
  const placements = people.flatMap(({ employeeId, placements: periods }) =>
    periods.map(({ from, to, value }) => ({ id: newId(), employeeId, from, to, ...value })),
  );
  await db.deleteFrom('department_membership').where('employee_id', 'in', ids).execute();
  await sql`
    insert into department_membership (department_membership_id, employee_id, department_id, position_title, valid_from, valid_to)
    select id, "employeeId", "departmentId", "positionTitle", "from", "to"
    from jsonb_to_recordset(${JSON.stringify(placements)}::text::jsonb)
      as given (id uuid, "employeeId" uuid, "departmentId" uuid, "positionTitle" text, "from" date, "to" date)`.execute(
    db,
  );

  const lines = people.flatMap(({ employeeId, managers }) =>
    managers.map(({ from, to, value }) => ({ id: newId(), employeeId, from, to, ...value })),
  );
  await db.deleteFrom('reporting_line').where('employee_id', 'in', ids).execute();
  await sql`
    insert into reporting_line (reporting_line_id, employee_id, manager_employee_id, valid_from, valid_to)
    select id, "employeeId", manager.employee_id, "from", "to"
    from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb)
      as given (id uuid, "employeeId" uuid, "managerNumber" text, "from" date, "to" date)
    join employee manager on manager.employee_number = given."managerNumber"`.execute(db);
}
