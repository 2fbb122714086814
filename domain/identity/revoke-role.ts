import { Conflict } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { todayOf } from '../organisation';
import { audited } from '../privacy';
import { countAdministratorsForUpdate, deleteRoleGrant, getRoleGrant } from './role-grant-store';
import { tellOfRoles } from './tell-of-roles';
import { roleGrantReference, type RoleGrant } from './user-account';

/** Without an administrator nobody could ever grant a role again. */
export class LastAdministrator extends Conflict {
  constructor() {
    super({
      en: 'This is the last administrator. Make somebody else one first.',
      zh: '这是最后一位管理员，请先将他人设为管理员。',
    });
  }
}

/** Takes a role away and tells the person; it is gone with the person's next request. */
export const revokeRole = audited(
  'identity.revoke_role',
  async (ctx: Context, input: unknown): Promise<RoleGrant> => {
    authorise(ctx.viewer, 'update', 'RoleGrant');
    const { roleGrantId } = parseInput(roleGrantReference, input);
    const administrators = await countAdministratorsForUpdate(ctx.db, todayOf(ctx));
    const grant = await getRoleGrant(ctx.db, roleGrantId);
    if (grant.role === 'administrator' && administrators <= 1) throw new LastAdministrator();
    await deleteRoleGrant(ctx.db, roleGrantId);
    await tellOfRoles(ctx, grant, 'revoked');
    return grant;
  },
  (_input, { roleGrantId, userAccountId, role, departmentId }) => ({
    subjectType: 'UserAccount',
    subjectId: userAccountId,
    details: { roleGrantId, role, departmentId },
  }),
);
