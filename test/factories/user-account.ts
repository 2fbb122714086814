import type { Db } from '../../platform/db';
import { newId } from '../../platform/ids';

/** Stores a person who may sign in; say only what the test is about. */
export async function aUserAccount(
  db: Db,
  facts: {
    email?: string;
    displayName?: string;
    employeeId?: string;
    passwordHash?: string;
    isDisabled?: boolean;
  } = {},
): Promise<string> {
  const userAccountId = newId();
  await db
    .insertInto('user_account')
    .values({
      user_account_id: userAccountId,
      employee_id: facts.employeeId ?? null,
      email: facts.email ?? `${userAccountId}@example.com`,
      display_name: facts.displayName ?? 'Kim Example',
      disabled_at: facts.isDisabled ? new Date('2026-01-01T00:00:00Z') : null,
    })
    .execute();
  if (facts.passwordHash) {
    await db
      .insertInto('credential')
      .values({ user_account_id: userAccountId, password_hash: facts.passwordHash })
      .execute();
  }
  return userAccountId;
}

/** Grants a role, past all rules. */
export async function aRoleGrant(
  db: Db,
  {
    userAccountId,
    role,
    departmentId,
  }: { userAccountId: string; role: string; departmentId?: string },
): Promise<string> {
  const roleGrantId = newId();
  await db
    .insertInto('role_grant')
    .values({
      role_grant_id: roleGrantId,
      user_account_id: userAccountId,
      role,
      department_id: departmentId ?? null,
    })
    .execute();
  return roleGrantId;
}
