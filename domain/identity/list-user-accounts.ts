import { authorise, isAllowed } from '../access';
import type { Context } from '../context';
import { findUserAccounts, selectAccountPage, type AccountPage } from './account-store';
import { findRoleGrantsOf } from './role-grant-store';
import type { RoleGrant, UserAccount } from './user-account';

/** People who may sign in, by name. */
export async function listUserAccounts(ctx: Context, page: AccountPage): Promise<UserAccount[]> {
  authorise(ctx.viewer, 'read', 'RoleGrant');
  return selectAccountPage(ctx.db, page);
}

/** Accounts by id, in the order of the ids; undefined where there is none that the viewer may see. */
export async function listUserAccountsById(
  ctx: Context,
  { userAccountIds }: { userAccountIds: readonly string[] },
): Promise<(UserAccount | undefined)[]> {
  const visible = userAccountIds.filter((userAccountId) =>
    isAllowed(ctx.viewer, 'read', 'UserAccount', { userAccountId }),
  );
  const found = visible.length > 0 ? await findUserAccounts(ctx.db, visible) : [];
  return userAccountIds.map((id) => found.find(({ userAccountId }) => userAccountId === id));
}

/** The role grants of each account, in the order of the ids. */
export async function listRoleGrants(
  ctx: Context,
  { userAccountIds }: { userAccountIds: readonly string[] },
): Promise<RoleGrant[][]> {
  authorise(ctx.viewer, 'read', 'RoleGrant');
  const grants = await findRoleGrantsOf(ctx.db, userAccountIds);
  return userAccountIds.map((id) => grants.filter(({ userAccountId }) => userAccountId === id));
}
