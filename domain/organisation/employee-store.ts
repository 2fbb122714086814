import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { InvalidInput, NotFound } from '../../platform/errors';
import type { Employee, EmployeeEntry } from './employee';

/** Employees with their department, position and manager on a day. */
export function selectEmployees(db: Db, on: string) {
  return db
    .selectFrom('employee as e')
    .leftJoin('department_membership as m', (join) =>
      join
        .onRef('m.employee_id', '=', 'e.employee_id')
        .on(
          sql<boolean>`m.valid_from <= ${on}::date and (m.valid_to is null or m.valid_to > ${on}::date)`,
        ),
    )
    .leftJoin('reporting_line as r', (join) =>
      join
        .onRef('r.employee_id', '=', 'e.employee_id')
        .on(
          sql<boolean>`r.valid_from <= ${on}::date and (r.valid_to is null or r.valid_to > ${on}::date)`,
        ),
    )
    .leftJoin('employee as manager', 'manager.employee_id', 'r.manager_employee_id')
    .select([
      'e.employee_id as employeeId',
      'e.employee_number as employeeNumber',
      'e.full_name as fullName',
      'e.email',
      sql<'en' | 'zh'>`e.locale`.as('locale'),
      'e.time_zone as timeZone',
      'e.hired_on as hiredOn',
      'e.left_on as leftOn',
      'm.department_id as departmentId',
      'm.position_title as positionTitle',
      'r.manager_employee_id as managerEmployeeId',
      'manager.full_name as managerName',
    ]);
}

export async function findEmployees(
  db: Db,
  employeeIds: readonly string[],
  on: string,
): Promise<EmployeeEntry[]> {
  if (employeeIds.length === 0) return [];
  return selectEmployees(db, on).where('e.employee_id', 'in', employeeIds).execute();
}

/** What is known of the person independent of any day. */
export async function getEmployeeRow(db: Db, employeeId: string): Promise<Employee> {
  const row = await db
    .selectFrom('employee')
    .selectAll()
    .where('employee_id', '=', employeeId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return {
    employeeId: row.employee_id,
    employeeNumber: row.employee_number,
    fullName: row.full_name,
    email: row.email,
    locale: row.locale === 'zh' ? 'zh' : 'en',
    timeZone: row.time_zone,
    hiredOn: row.hired_on,
    leftOn: row.left_on,
  };
}

export async function insertEmployee(
  db: Db,
  employee: Omit<Employee, 'leftOn' | 'timeZone'>,
): Promise<void> {
  await db
    .insertInto('employee')
    .values({
      employee_id: employee.employeeId,
      employee_number: employee.employeeNumber,
      full_name: employee.fullName,
      email: employee.email,
      locale: employee.locale,
      hired_on: employee.hiredOn,
    })
    .execute();
}

/** Who has this number and has left, or is to leave, by that day. */
export async function findFormerEmployee(
  db: Db,
  employeeNumber: string,
  on: string,
): Promise<Employee | undefined> {
  const row = await db
    .selectFrom('employee')
    .select('employee_id')
    .where('employee_number', '=', employeeNumber)
    .where('left_on', '<=', on)
    .executeTakeFirst();
  return row && getEmployeeRow(db, row.employee_id);
}

type EmployeeChange = Partial<Omit<Employee, 'employeeId' | 'timeZone'>>;

export async function updateEmployeeRow(
  db: Db,
  employeeId: string,
  change: EmployeeChange,
): Promise<void> {
  await db
    .updateTable('employee')
    .set({
      ...(change.employeeNumber !== undefined && { employee_number: change.employeeNumber }),
      ...(change.fullName !== undefined && { full_name: change.fullName }),
      ...(change.email !== undefined && { email: change.email }),
      ...(change.locale !== undefined && { locale: change.locale }),
      ...(change.hiredOn !== undefined && { hired_on: change.hiredOn }),
      ...(change.leftOn !== undefined && { left_on: change.leftOn }),
      updated_at: sql`now()`,
    })
    .where('employee_id', '=', employeeId)
    .execute();
}

/** Refuses a number or a mail address that another employee has. */
export async function assertEmployeeIsUnique(
  db: Db,
  { employeeNumber, email }: Pick<Employee, 'employeeNumber' | 'email'>,
  exceptEmployeeId?: string,
): Promise<void> {
  const others = await db
    .selectFrom('employee')
    .select(['employee_id', 'employee_number', 'full_name'])
    .where((eb) =>
      eb.or([
        eb('employee_number', '=', employeeNumber),
        ...(email ? [eb(sql`lower(email)`, '=', email.toLowerCase())] : []),
      ]),
    )
    .execute();
  const problems = others
    .filter((other) => other.employee_id !== exceptEmployeeId)
    .map((other) =>
      other.employee_number === employeeNumber
        ? {
            path: ['employeeNumber'],
            message: {
              en: `${other.full_name} has this number already.`,
              zh: `该工号已属于${other.full_name}。`,
            },
          }
        : {
            path: ['email'],
            message: {
              en: `${other.full_name} has this mail address already.`,
              zh: `该邮箱已属于${other.full_name}。`,
            },
          },
    );
  if (problems.length > 0) throw new InvalidInput(problems);
}
