import type { Db } from '../../platform/db';
import { NotFound } from '../../platform/errors';
import { hasNotLeft } from './leaver-store';
import type { GrantableRole, RoleGrant } from './user-account';

function selectGrants(db: Db) {
  return db
    .selectFrom('role_grant')
    .select([
      'role_grant_id as roleGrantId',
      'user_account_id as userAccountId',
      'role',
      'department_id as departmentId',
      'granted_at as grantedAt',
    ])
    .$narrowType<{ role: GrantableRole }>();
}

export function findRoleGrantsOf(db: Db, userAccountIds: readonly string[]): Promise<RoleGrant[]> {
  return selectGrants(db)
    .where('user_account_id', 'in', userAccountIds)
    .orderBy('role')
    .orderBy('granted_at')
    .execute();
}

export async function getRoleGrant(db: Db, roleGrantId: string): Promise<RoleGrant> {
  const grant = await selectGrants(db).where('role_grant_id', '=', roleGrantId).executeTakeFirst();
  if (!grant) throw new NotFound();
  return grant;
}

/** Stores a grant. False when the person has it already. */
export async function insertRoleGrant(
  db: Db,
  grant: RoleGrant & { grantedBy: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('role_grant')
    .values({
      role_grant_id: grant.roleGrantId,
      user_account_id: grant.userAccountId,
      role: grant.role,
      department_id: grant.departmentId,
      granted_at: grant.grantedAt,
      granted_by: grant.grantedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

export async function deleteRoleGrant(db: Db, roleGrantId: string): Promise<void> {
  await db.deleteFrom('role_grant').where('role_grant_id', '=', roleGrantId).execute();
}

/** How many people administer and are still here. */
export async function countAdministrators(db: Db, today: string): Promise<number> {
  return (await selectAdministratorGrants(db, today).execute()).length;
}

/** The same; their grants stay locked, so that two revocations cannot both leave one behind. */
export async function countAdministratorsForUpdate(db: Db, today: string): Promise<number> {
  return (await selectAdministratorGrants(db, today).forUpdate(['g']).execute()).length;
}

function selectAdministratorGrants(db: Db, today: string) {
  return db
    .selectFrom('role_grant as g')
    .innerJoin('user_account as u', 'u.user_account_id', 'g.user_account_id')
    .select('g.role_grant_id')
    .where('g.role', '=', 'administrator')
    .where('u.disabled_at', 'is', null)
    .where(hasNotLeft(today));
}
