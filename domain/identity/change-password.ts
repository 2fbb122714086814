import { InvalidInput } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { changePasswordForm } from '../../universal/password-form';
import type { Context } from '../context';
import { audited } from '../privacy';
import { deleteAccessLinksOf } from './access-link-store';
import { getUserAccount } from './account-store';
import { findPasswordHash, storePasswordHash } from './credential-store';
import { authoriseOwnAccount } from './own-account';
import { hashPassword, isPasswordOf } from './password';
import { assertHardToGuess, wordsAbout } from './password-strength';
import { countOwnPassword } from './sign-in-limit';
import { deleteSessionsOf } from './session-store';
import type { UserAccount } from './user-account';

/**
 * Changes the own password and ends every session and every link to a new one: who knew the old one is out. Whoever sits
 * down at an open session cannot try passwords without end (TooManyAttempts).
 */
export async function changePassword(ctx: Context, input: unknown): Promise<UserAccount> {
  const { userAccountId } = authoriseOwnAccount(ctx, 'update');
  // Outside of the transaction, which a wrong password rolls back.
  const countAsRight = await countOwnPassword(ctx, userAccountId);
  const account = await storeChangedPassword(ctx, input);
  await countAsRight();
  return account;
}

const storeChangedPassword = audited(
  'identity.change_password',
  async (ctx: Context, input: unknown): Promise<UserAccount> => {
    const { userAccountId } = authoriseOwnAccount(ctx, 'update');
    const parsed = parseInput(changePasswordForm, input);
    if (
      !(await isPasswordOf(await findPasswordHash(ctx.db, userAccountId), parsed.currentPassword))
    ) {
      throw new InvalidInput([
        {
          path: ['currentPassword'],
          message: { en: 'This is not your current password.', zh: '当前密码不正确。' },
        },
      ]);
    }
    const { email, displayName } = await getUserAccount(ctx.db, userAccountId);
    await assertHardToGuess(parsed.newPassword, {
      path: 'newPassword',
      known: wordsAbout(ctx, { email, displayName }),
    });
    const passwordHash = await hashPassword(parsed.newPassword);
    await storePasswordHash(ctx.db, { userAccountId, passwordHash, changedAt: ctx.clock.now() });
    await deleteSessionsOf(ctx.db, userAccountId);
    await deleteAccessLinksOf(ctx.db, userAccountId);
    return getUserAccount(ctx.db, userAccountId);
  },
  (_input, { userAccountId }) => ({ subjectType: 'UserAccount', subjectId: userAccountId }),
);
