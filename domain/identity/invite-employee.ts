import { Conflict, NotFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { listEmployeesById, todayOf } from '../organisation';
import { audited } from '../privacy';
import { deleteAccessLinksOf } from './access-link-store';
import { invitationMail } from './access-mail';
import {
  findAccountOfEmployeeForUpdate,
  insertInvitedAccount,
  noteInvitationMail,
  renewInvitedAccount,
} from './access-store';
import { createAccessLink } from './create-access-link';
import { employeeReference } from './employee-access';

/** An invitation goes by mail, and people sign in with their mail address. */
export class EmployeeHasNoAddress extends Conflict {
  constructor() {
    super({
      en: 'This person has no mail address yet. Add one first.',
      zh: '此人还没有邮箱，请先填写。',
    });
  }
}

export class EmployeeHasLeft extends Conflict {
  constructor() {
    super({ en: 'This person no longer works here.', zh: '此人已离职。' });
  }
}

/** Who has chosen a password needs no invitation, and a new one must not replace it. */
export class EmployeeHasAccess extends Conflict {
  constructor() {
    super({ en: 'This person can sign in already.', zh: '此人已经可以登录。' });
  }
}

export class AddressIsTaken extends Conflict {
  constructor() {
    super({
      en: 'Another account signs in with this mail address. Give this person an address of their own.',
      zh: '已有其他账号使用该邮箱登录，请为此人填写其本人的邮箱。',
    });
  }
}

/** Gives a person an account and mails the link with which they choose a password. An earlier link ends. */
export const inviteEmployee = audited(
  'identity.invite',
  async (ctx: Context, input: unknown): Promise<{ employeeId: string; userAccountId: string }> => {
    authorise(ctx.viewer, 'manage', 'UserAccount');
    const { employeeId } = parseInput(employeeReference, input);
    const [employee] = await listEmployeesById(ctx, { employeeIds: [employeeId] });
    if (!employee) throw new NotFound();
    const { email, fullName: displayName, locale, leftOn } = employee;
    if (!email) throw new EmployeeHasNoAddress();
    if (leftOn && leftOn <= todayOf(ctx)) throw new EmployeeHasLeft();

    const existing = await findAccountOfEmployeeForUpdate(ctx.db, employeeId);
    if (existing && !existing.isDisabled && existing.hasPassword) throw new EmployeeHasAccess();
    const userAccountId = existing?.userAccountId ?? newId();
    const store = existing ? renewInvitedAccount : insertInvitedAccount;
    const invitedAt = ctx.clock.now();
    const account = { userAccountId, employeeId, email, displayName, locale, invitedAt };
    if (!(await store(ctx.db, account))) throw new AddressIsTaken();

    await deleteAccessLinksOf(ctx.db, userAccountId, 'invitation');
    const link = await createAccessLink(ctx, { userAccountId, purpose: 'invitation', locale });
    const mailId = await ctx.mailer.send(invitationMail(ctx, account, link), { db: ctx.db });
    await noteInvitationMail(ctx.db, userAccountId, mailId);
    return { employeeId, userAccountId };
  },
  (_input, { employeeId, userAccountId }) => ({
    subjectType: 'UserAccount',
    subjectId: userAccountId,
    details: { employeeId },
  }),
);
