import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** Whether anybody else could do today what takes an administrator or HR. */
export async function hasSecondPerson(
  db: Db,
  { userAccountId, today }: { userAccountId: string; today: string },
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from role_grant g
      join user_account u on u.user_account_id = g.user_account_id
      left join employee e on e.employee_id = u.employee_id
      where g.role in ('hr', 'administrator') and u.user_account_id <> ${userAccountId}
        and u.disabled_at is null and (e.left_on is null or e.left_on > ${today}::date)
        and exists (select from credential c where c.user_account_id = u.user_account_id)
    ) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/** The employee with this account; undefined for an account of nobody's. */
export async function findEmployeeNumberOf(
  db: Db,
  userAccountId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('user_account as u')
    .innerJoin('employee as e', 'e.employee_id', 'u.employee_id')
    .select('e.employee_number as employeeNumber')
    .where('u.user_account_id', '=', userAccountId)
    .executeTakeFirst();
  return row?.employeeNumber;
}
