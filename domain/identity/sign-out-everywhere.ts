import type { Context } from '../context';
import { audited } from '../privacy';
import { authoriseOwnAccount } from './own-account';
import { deleteSessionsOf } from './session-store';

/** Ends every session of the viewer, this one included, and tells how many there were. */
export const signOutEverywhere = audited(
  'identity.sign_out_everywhere',
  async (
    ctx: Context,
    _input: Record<never, never>,
  ): Promise<{ userAccountId: string; sessions: number }> => {
    const { userAccountId } = authoriseOwnAccount(ctx, 'update');
    return { userAccountId, sessions: await deleteSessionsOf(ctx.db, userAccountId) };
  },
  (_input, { userAccountId, sessions }) => ({
    subjectType: 'UserAccount',
    subjectId: userAccountId,
    details: { sessions },
  }),
);
