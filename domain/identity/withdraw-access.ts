import { Conflict, NotFound } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { todayOf } from '../organisation';
import { audited } from '../privacy';
import { deleteAccessLinksOf } from './access-link-store';
import { disableAccount, findAccountOfEmployeeForUpdate } from './access-store';
import { deleteCredential } from './credential-store';
import { employeeReference } from './employee-access';
import { LastAdministrator } from './revoke-role';
import { countAdministratorsForUpdate } from './role-grant-store';
import { deleteSessionsOf } from './session-store';

/** Nobody could give it back. */
export class OwnAccess extends Conflict {
  constructor() {
    super({
      en: 'You cannot withdraw your own access. Ask another administrator.',
      zh: '您不能收回自己的登录权限，请联系其他管理员。',
    });
  }
}

export class AccessIsWithdrawn extends Conflict {
  constructor() {
    super({ en: 'This person cannot sign in as it is.', zh: '此人已无法登录。' });
  }
}

/** Signs a person out everywhere and lets them in no more. Granted roles stay, for the day on which access is given again. */
export const withdrawAccess = audited(
  'identity.withdraw_access',
  async (ctx: Context, input: unknown): Promise<{ employeeId: string; userAccountId: string }> => {
    authorise(ctx.viewer, 'manage', 'UserAccount');
    const { employeeId } = parseInput(employeeReference, input);
    const administrators = await countAdministratorsForUpdate(ctx.db, todayOf(ctx));
    const account = await findAccountOfEmployeeForUpdate(ctx.db, employeeId);
    if (!account) throw new NotFound();
    const { userAccountId, isDisabled, isAdministrator } = account;
    if (isDisabled) throw new AccessIsWithdrawn();
    if (ctx.viewer.kind === 'signed-in' && ctx.viewer.userAccountId === userAccountId)
      throw new OwnAccess();
    if (isAdministrator && administrators <= 1) throw new LastAdministrator();
    await disableAccount(ctx.db, userAccountId, ctx.clock.now());
    await deleteCredential(ctx.db, userAccountId);
    await deleteSessionsOf(ctx.db, userAccountId);
    await deleteAccessLinksOf(ctx.db, userAccountId);
    return { employeeId, userAccountId };
  },
  (_input, { employeeId, userAccountId }) => ({
    subjectType: 'UserAccount',
    subjectId: userAccountId,
    details: { employeeId },
  }),
);
