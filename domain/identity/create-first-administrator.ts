import { newId } from '../../platform/ids';
import type { Context } from '../context';
import { audited } from '../privacy';
import { insertAccount } from './account-store';
import { storePasswordHash } from './credential-store';
import { grantRole } from './grant-role';
import { hashPassword } from './password';
import { assertHardToGuess, wordsAbout } from './password-strength';

/** Creates the account that sets everything else up. Only the start of the product may do this. */
export const createFirstAdministrator = audited(
  'identity.create_first_administrator',
  async (ctx: Context, { email, password }: { email: string; password: string }) => {
    await assertHardToGuess(password, {
      path: 'password',
      known: wordsAbout(ctx, { email, displayName: email }),
    });
    const userAccountId = newId();
    await insertAccount(ctx.db, { userAccountId, email, displayName: email });
    const passwordHash = await hashPassword(password);
    await storePasswordHash(ctx.db, { userAccountId, passwordHash, changedAt: ctx.clock.now() });
    await grantRole(ctx, { userAccountId, role: 'administrator' });
    return { userAccountId };
  },
  (_input, { userAccountId }) => ({ subjectType: 'UserAccount', subjectId: userAccountId }),
);
