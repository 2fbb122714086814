import { Conflict, InvalidInput } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { parseInput } from '../../platform/parse-input';
import { roleGrantForm } from '../../universal/role-grant-form';
import { authorise, isAllowed } from '../access';
import type { Context } from '../context';
import { listDepartmentsById, todayOf } from '../organisation';
import { audited } from '../privacy';
import { getUserAccount } from './account-store';
import { countAdministrators, insertRoleGrant } from './role-grant-store';
import { tellOfRoles } from './tell-of-roles';
import type { RoleGrant } from './user-account';

/** The person has exactly this role already. */
export class RoleIsGranted extends Conflict {
  constructor() {
    super({ en: 'This person has that role already.', zh: '此人已拥有该角色。' });
  }
}

/** Nobody decides alone what they may see themselves. */
export class OwnRoles extends Conflict {
  constructor() {
    super({
      en: 'Nobody grants themselves a role. Ask another administrator.',
      zh: '不能给自己授予角色，请联系其他管理员。',
    });
  }
}

/**
 * Whether the viewer may grant roles to this account: to others, and to themselves only while there is no other
 * administrator, so that a new installation can begin.
 */
export async function canGrantRoleTo(ctx: Context, userAccountId: string): Promise<boolean> {
  if (!isAllowed(ctx.viewer, 'create', 'RoleGrant')) return false;
  return !isOwn(ctx, userAccountId) || !(await hasOtherAdministrator(ctx));
}

const isOwn = ({ viewer }: Context, userAccountId: string) =>
  viewer.kind === 'signed-in' && viewer.userAccountId === userAccountId;

const hasOtherAdministrator = async (ctx: Context) =>
  (await countAdministrators(ctx.db, todayOf(ctx))) > 1;

/** Gives a person a role, and tells them. A department head needs the department; no other role may have one. */
export const grantRole = audited(
  'identity.grant_role',
  async (ctx: Context, input: unknown): Promise<RoleGrant & { isOwn: boolean }> => {
    authorise(ctx.viewer, 'create', 'RoleGrant');
    const { userAccountId, role, departmentId = null } = parseInput(roleGrantForm, input);
    if (!(await canGrantRoleTo(ctx, userAccountId))) throw new OwnRoles();
    await assertDepartmentFits(ctx, role, departmentId);
    await getUserAccount(ctx.db, userAccountId);
    const grant = {
      roleGrantId: newId(),
      userAccountId,
      role,
      departmentId,
      grantedAt: ctx.clock.now(),
    };
    const grantedBy = ctx.viewer.kind === 'signed-in' ? ctx.viewer.userAccountId : null;
    if (!(await insertRoleGrant(ctx.db, { ...grant, grantedBy }))) throw new RoleIsGranted();
    await tellOfRoles(ctx, grant, 'granted');
    return { ...grant, isOwn: isOwn(ctx, userAccountId) };
  },
  (_input, { roleGrantId, userAccountId, role, departmentId, isOwn: own }) => ({
    subjectType: 'UserAccount',
    subjectId: userAccountId,
    details: { roleGrantId, role, departmentId, ...(own && { isOwn: true }) },
  }),
);

async function assertDepartmentFits(
  ctx: Context,
  role: RoleGrant['role'],
  departmentId: string | null,
): Promise<void> {
  const refuse = (en: string, zh: string) =>
    new InvalidInput([{ path: ['departmentId'], message: { en, zh } }]);
  if (role === 'department_head' && departmentId === null) {
    throw refuse('Choose the department that this person heads.', '请选择此人负责的部门。');
  }
  if (role !== 'department_head' && departmentId !== null) {
    throw refuse('Only a department head is granted a department.', '只有部门负责人需要指定部门。');
  }
  if (departmentId === null) return;
  const [department] = await listDepartmentsById(ctx, { departmentIds: [departmentId] });
  if (!department) throw refuse('There is no such department.', '没有这个部门。');
}
