import type { Context } from '../context';
import { getUserAccount } from './account-store';
import { authoriseOwnAccount } from './own-account';
import { selectSessions } from './session-store';
import type { Session, UserAccount } from './user-account';

export async function getOwnAccount(ctx: Context): Promise<UserAccount> {
  const { userAccountId } = authoriseOwnAccount(ctx, 'read');
  return getUserAccount(ctx.db, userAccountId);
}

/** Where the viewer is signed in now. */
export async function listOwnSessions(ctx: Context): Promise<Session[]> {
  const { userAccountId } = authoriseOwnAccount(ctx, 'read');
  return selectSessions(ctx.db, userAccountId, ctx.clock.now());
}
