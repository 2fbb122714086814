import { parseInput } from '../../platform/parse-input';
import type { Context } from '../context';
import { audited } from '../privacy';
import { getUserAccount, storePreferences } from './account-store';
import { authoriseOwnAccount } from './own-account';
import { preferencesInput, type UserAccount } from './user-account';

/** Keeps the viewer's language or appearance; what is not given stays. */
export const savePreferences = audited(
  'identity.save_preferences',
  async (ctx: Context, input: unknown): Promise<UserAccount> => {
    const { userAccountId } = authoriseOwnAccount(ctx, 'update');
    const { locale = null, colourScheme = null } = parseInput(preferencesInput, input);
    if (locale || colourScheme)
      await storePreferences(ctx.db, userAccountId, { locale, colourScheme });
    return getUserAccount(ctx.db, userAccountId);
  },
  (_input, { userAccountId }) => ({ subjectType: 'UserAccount', subjectId: userAccountId }),
);
