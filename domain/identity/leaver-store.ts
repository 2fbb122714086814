import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db';

/** For queries over `user_account as u`: whether its person is still here on the day; an account of nobody's is. */
export function hasNotLeft(today: string): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from employee gone where gone.employee_id = u.employee_id and gone.left_on <= ${today}::date)`;
}

export interface Leaver {
  userAccountId: string;
  employeeId: string;
}

/** Accounts of people who have left by the day and that still hold something; locked until the transaction ends. */
export async function findLeaversForUpdate(db: Db, today: string): Promise<Leaver[]> {
  const { rows } = await sql<Leaver>`
    select u.user_account_id as "userAccountId", u.employee_id as "employeeId"
    from user_account u join employee e on e.employee_id = u.employee_id
    where e.left_on <= ${today}::date
      and (u.disabled_at is null
        or exists (select from credential c where c.user_account_id = u.user_account_id)
        or exists (select from role_grant g where g.user_account_id = u.user_account_id))
    order by u.user_account_id
    for update of u`.execute(db);
  return rows;
}

export async function deleteRoleGrantsOf(db: Db, userAccountId: string): Promise<void> {
  await db.deleteFrom('role_grant').where('user_account_id', '=', userAccountId).execute();
}
