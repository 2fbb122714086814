import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { anEmployee } from '../../test/factories/organisation';
import { aRoleGrant, aUserAccount } from '../../test/factories/user-account';
import { aViewer } from '../../test/factories/viewer';
import type { ContextChoice } from '../../test/harness/test-context';
import { testToday } from '../../test/harness/test-organisation';
import { type OwnDatabase, useDatabase, useOwnDatabase } from '../../test/harness/use-database';
import { fixedClock } from '../../platform/clock';
import { anonymousViewer, systemViewer } from '../access';
import { listEmployees } from '../organisation';
import { listAuditEntries } from '../privacy';
import { runInvitations } from './invite-employees';
import { sendResetLink } from './request-password-reset';
import {
  AccessLinkIsSpent,
  choosePassword,
  findAccessLink,
  hashPassword,
  insertSession,
  inviteEmployee,
  inviteEmployees,
  listEmployeeAccess,
  requestPasswordReset,
  SignInRefused,
  verifySignIn,
  withdrawAccess,
} from '.';

const database = useDatabase();
const minute = 60_000;
const day = 24 * 60 * minute;
const newPassword = 'a good long password';

/** From where people of these tests sign in. */
const here = { address: '192.0.2.1', browserTokens: [] };
const nobody = (choice?: ContextChoice) => database.as(anonymousViewer, choice).ctx;
const later = (ms: number) => ({ clock: fixedClock(new Date(testToday.getTime() + ms)) });

async function administrator(choice?: ContextChoice) {
  const userAccountId = await aUserAccount(database.db, { displayName: 'Ada Admin' });
  await aRoleGrant(database.db, { userAccountId, role: 'administrator' });
  const viewer = aViewer({ userAccountId, roles: ['administrator'] });
  return database.as(viewer, choice).ctx;
}

const tokenIn = (text: string) => /\/welcome\/([\w-]+)/.exec(text)?.[1] ?? '';

async function mailsTo(address: string) {
  return database.db
    .selectFrom('outbox_mail')
    .select(['subject', 'text_body as text', 'html_body as html', 'links'])
    .where('to_address', '=', address)
    .orderBy('outbox_mail_id', 'desc')
    .execute();
}
const newestToken = async (address: string) => tokenIn((await mailsTo(address))[0]?.text ?? '');

async function anInvitedPerson(email = 'kim@example.org') {
  const employeeId = await anEmployee(database.db, { email });
  const admin = await administrator();
  const { userAccountId } = await inviteEmployee(admin, { employeeId });
  return { admin, employeeId, userAccountId, email, token: await newestToken(email) };
}

async function stateOf(employeeId: string, choice?: ContextChoice) {
  const [access] = await listEmployeeAccess(await administrator(choice), {
    employeeIds: [employeeId],
  });
  return access?.state;
}

const entries = () =>
  database.db
    .selectFrom('audit_entry')
    .select(['action', 'actor_user_account_id as actor', 'subject_id as subject', 'details'])
    .orderBy('audit_entry_id')
    .execute();

describe('an invitation', () => {
  it('that the mail server refused is told at the person until another is sent', async () => {
    const { admin, employeeId, email } = await anInvitedPerson();
    await database.db
      .updateTable('outbox_mail')
      .set({ status: 'failed', is_refused: true, last_error: '550 No such mailbox' })
      .where('to_address', '=', email)
      .execute();
    expect(await listEmployeeAccess(admin, { employeeIds: [employeeId] })).toMatchObject([
      { state: 'bounced', refusal: '550 No such mailbox' },
    ]);
    await inviteEmployee(admin, { employeeId });
    expect(await listEmployeeAccess(admin, { employeeIds: [employeeId] })).toMatchObject([
      { state: 'invited', refusal: null },
    ]);
  });

  it('lets a person choose a password and sign in, and is written down from end to end', async () => {
    const { admin, employeeId, userAccountId, email, token } = await anInvitedPerson();
    expect(await stateOf(employeeId)).toBe('invited');
    expect(await findAccessLink(nobody(), { token })).toMatchObject({
      purpose: 'invitation',
      email,
      displayName: 'Kim Example',
    });
    await expect(choosePassword(nobody(), { token, newPassword })).resolves.toEqual({
      userAccountId,
    });
    await verifySignIn(nobody(), { email, password: newPassword }, here);
    const [access] = await listEmployeeAccess(admin, { employeeIds: [employeeId] });
    expect(access).toMatchObject({
      state: 'active',
      activeSince: testToday,
      lastSignedInAt: testToday,
    });
    const actor = admin.viewer.kind === 'signed-in' ? admin.viewer.userAccountId : '';
    expect(await entries()).toEqual([
      { action: 'identity.invite', actor, subject: userAccountId, details: { employeeId } },
      {
        action: 'identity.accept_invitation',
        actor: userAccountId,
        subject: userAccountId,
        details: {},
      },
      { action: 'identity.sign_in', actor: userAccountId, subject: userAccountId, details: {} },
    ]);
  });

  it('is written in the person’s language', async () => {
    const employeeId = await anEmployee(database.db, { email: 'li@example.org', locale: 'zh' });
    await inviteEmployee(await administrator(), { employeeId });
    const [mail] = await mailsTo('li@example.org');
    expect(mail).toMatchObject({ subject: '测试公司邀请您登录 Tandem', links: 'entrusted' });
    expect(mail?.text).toMatch(/设置密码: http:\/\/localhost:3000\/welcome\/[\w-]{43}\?lang=zh/);
    expect(mail?.html).toContain('lang="zh-CN"');
  });

  it('works for seven days and not a moment longer', async () => {
    const { employeeId, token } = await anInvitedPerson();
    expect(await findAccessLink(nobody(later(7 * day - 1)), { token })).toBeDefined();
    expect(await findAccessLink(nobody(later(7 * day)), { token })).toBeUndefined();
    await expect(choosePassword(nobody(later(7 * day)), { token, newPassword })).rejects.toThrow(
      AccessLinkIsSpent,
    );
    expect(await stateOf(employeeId, later(7 * day))).toBe('expired');
  });

  it('works once', async () => {
    const { email, token } = await anInvitedPerson();
    await choosePassword(nobody(), { token, newPassword });
    await expect(
      choosePassword(nobody(), { token, newPassword: 'another good password' }),
    ).rejects.toThrow(AccessLinkIsSpent);
    await expect(
      verifySignIn(nobody(), { email, password: newPassword }, here),
    ).resolves.toBeDefined();
  });

  it('is not used up by a password that is refused', async () => {
    const { token } = await anInvitedPerson();
    await expect(choosePassword(nobody(), { token, newPassword: 'short' })).rejects.toMatchObject({
      fields: [{ path: ['newPassword'] }],
    });
    await expect(choosePassword(nobody(), { token, newPassword })).resolves.toBeDefined();
  });

  it('ends with the next one, and with the withdrawal of access', async () => {
    const { admin, employeeId, email, token: first } = await anInvitedPerson();
    await inviteEmployee(admin, { employeeId });
    const second = await newestToken(email);
    expect(await findAccessLink(nobody(), { token: first })).toBeUndefined();
    expect(await findAccessLink(nobody(), { token: second })).toBeDefined();
    await withdrawAccess(admin, { employeeId });
    await expect(choosePassword(nobody(), { token: second, newPassword })).rejects.toThrow(
      AccessLinkIsSpent,
    );
    expect(await stateOf(employeeId)).toBe('withdrawn');
  });

  it('goes to today’s mail address as long as nobody has accepted it', async () => {
    const { admin, employeeId } = await anInvitedPerson('kim.old@example.org');
    await database.db
      .updateTable('employee')
      .set({ email: 'kim.new@example.org' })
      .where('employee_id', '=', employeeId)
      .execute();
    await inviteEmployee(admin, { employeeId });
    const token = await newestToken('kim.new@example.org');
    expect(await findAccessLink(nobody(), { token })).toMatchObject({
      email: 'kim.new@example.org',
    });
  });

  it('is refused with a reason to those who cannot have one', async () => {
    const admin = await administrator();
    const refusal = (facts: Parameters<typeof anEmployee>[1]) =>
      anEmployee(database.db, facts)
        .then((employeeId) => inviteEmployee(admin, { employeeId }))
        .catch((error: unknown) => (error instanceof Error ? error.name : ''));
    await aUserAccount(database.db, { email: 'Taken@example.org' });
    expect(await refusal({})).toBe('EmployeeHasNoAddress');
    expect(await refusal({ email: 'a@example.org', leftOn: '2026-01-01' })).toBe('EmployeeHasLeft');
    expect(await refusal({ email: 'taken@example.org' })).toBe('AddressIsTaken');
    const { employeeId, token } = await anInvitedPerson();
    await choosePassword(nobody(), { token, newPassword });
    await expect(inviteEmployee(admin, { employeeId })).rejects.toMatchObject({
      name: 'EmployeeHasAccess',
    });
  });

  it('is an administrator’s to give and to take', async () => {
    const employeeId = await anEmployee(database.db, { email: 'kim@example.org' });
    const own = await aUserAccount(database.db, { employeeId });
    for (const role of ['hr', 'executive', 'employee', 'manager', 'analyst'] as const) {
      const { ctx } = database.as(aViewer({ userAccountId: own, employeeId, roles: [role] }));
      const forbidden = { code: 'FORBIDDEN' };
      await expect(inviteEmployee(ctx, { employeeId })).rejects.toMatchObject(forbidden);
      await expect(withdrawAccess(ctx, { employeeId })).rejects.toMatchObject(forbidden);
      await expect(listEmployeeAccess(ctx, { employeeIds: [] })).rejects.toMatchObject(forbidden);
      expect(() => inviteEmployees(ctx, { filter: {} })).toThrow();
      await expect(
        listEmployees(ctx, { filter: { access: 'NONE' }, page: { limit: 1 } }),
      ).rejects.toMatchObject(forbidden);
    }
    await expect(inviteEmployee(nobody(), { employeeId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('withdrawing access', () => {
  it('ends sessions and password at once, and can be undone with a new invitation', async () => {
    const { admin, employeeId, userAccountId, email, token } = await anInvitedPerson();
    await aRoleGrant(database.db, { userAccountId, role: 'analyst' });
    await choosePassword(nobody(), { token, newPassword });
    await insertSession(database.db, {
      sessionId: 'a',
      userAccountId,
      expiresAt: new Date('2026-12-24T00:00:00Z'),
      userAgent: '',
    });
    await withdrawAccess(admin, { employeeId });
    expect(await database.db.selectFrom('session').selectAll().execute()).toEqual([]);
    await expect(verifySignIn(nobody(), { email, password: newPassword }, here)).rejects.toThrow(
      SignInRefused,
    );
    await inviteEmployee(admin, { employeeId });
    expect(await stateOf(employeeId)).toBe('invited');
    await expect(verifySignIn(nobody(), { email, password: newPassword }, here)).rejects.toThrow(
      SignInRefused,
    );
    await choosePassword(nobody(), { token: await newestToken(email), newPassword });
    await verifySignIn(nobody(), { email, password: newPassword }, here);
    expect((await entries()).map(({ action }) => action)).toContain('identity.withdraw_access');
  });

  it('is refused for oneself and for the last administrator', async () => {
    const employeeId = await anEmployee(database.db, { email: 'kim@example.org' });
    const userAccountId = await aUserAccount(database.db, { employeeId });
    await aRoleGrant(database.db, { userAccountId, role: 'administrator' });
    const self = database.as(aViewer({ userAccountId, employeeId, roles: ['administrator'] })).ctx;
    await expect(withdrawAccess(self, { employeeId })).rejects.toMatchObject({ name: 'OwnAccess' });
    await expect(
      withdrawAccess(database.as(systemViewer).ctx, { employeeId }),
    ).rejects.toMatchObject({ name: 'LastAdministrator' });
  });
});

describe('a forgotten password', () => {
  const aPerson = async (facts: { isDisabled?: boolean; email?: string } = {}) =>
    aUserAccount(database.db, {
      email: 'kim@example.org',
      passwordHash: await hashPassword('the forgotten password'),
      ...facts,
    });
  const system = (choice?: ContextChoice) => database.as(systemViewer, choice).ctx;

  it('is replaced with a link, ends every session, and the person is told', async () => {
    const userAccountId = await aPerson();
    await insertSession(database.db, {
      sessionId: 'a',
      userAccountId,
      expiresAt: new Date('2026-12-24T00:00:00Z'),
      userAgent: '',
    });
    await sendResetLink(system(), { email: 'KIM@example.org' });
    await sendResetLink(system(), { email: 'kim@example.org' });
    const [newer, older] = (await mailsTo('kim@example.org')).map(({ text }) => tokenIn(text));
    expect(await findAccessLink(nobody(), { token: older ?? '' })).toMatchObject({
      purpose: 'password_reset',
    });
    await choosePassword(nobody(), { token: newer ?? '', newPassword });
    expect(await database.db.selectFrom('session').selectAll().execute()).toEqual([]);
    expect(await database.db.selectFrom('access_link').selectAll().execute()).toEqual([]);
    const [told] = await mailsTo('kim@example.org');
    expect(told).toMatchObject({
      subject: 'Your password for Tandem was changed',
      links: 'open',
    });
    await verifySignIn(nobody(), { email: 'kim@example.org', password: newPassword }, here);
    expect((await entries()).at(-2)).toMatchObject({
      action: 'identity.reset_password',
      actor: userAccountId,
      subject: userAccountId,
    });
  });

  it('has an hour', async () => {
    await aPerson();
    await sendResetLink(system(), { email: 'kim@example.org' });
    const token = await newestToken('kim@example.org');
    expect(await findAccessLink(nobody(later(60 * minute - 1)), { token })).toBeDefined();
    expect(await findAccessLink(nobody(later(60 * minute)), { token })).toBeUndefined();
  });

  it('leaves no trace where nobody signs in with the address, or may not any more', async () => {
    await aPerson({ isDisabled: true });
    for (const email of ['kim@example.org', 'stranger@example.org']) {
      await requestPasswordReset(nobody(), { email }, here);
      await sendResetLink(system(), { email });
    }
    expect(await database.db.selectFrom('outbox_mail').selectAll().execute()).toEqual([]);
    expect(await database.db.selectFrom('access_link').selectAll().execute()).toEqual([]);
    expect(await entries()).toEqual([]);
  });

  it('helps also those who let their invitation expire', async () => {
    const { employeeId, email } = await anInvitedPerson();
    const afterwards = later(8 * day);
    await sendResetLink(system(afterwards), { email });
    const token = await newestToken(email);
    await choosePassword(nobody(afterwards), { token, newPassword });
    expect(await stateOf(employeeId, afterwards)).toBe('active');
  });

  it('is asked for with something that is a mail address', async () => {
    await expect(requestPasswordReset(nobody(), { email: 'kim' }, here)).rejects.toMatchObject({
      fields: [{ path: ['email'] }],
    });
  });
});

describe('a link', () => {
  it('is kept as a hash, and its token stands in no log and no audit entry', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const employeeId = await anEmployee(database.db, { email: 'kim@example.org' });
    await inviteEmployee(await administrator({ log }), { employeeId });
    const invitation = await newestToken('kim@example.org');
    await sendResetLink(database.as(systemViewer, { log }).ctx, { email: 'kim@example.org' });
    const reset = await newestToken('kim@example.org');
    expect(invitation).toHaveLength(43);
    expect(reset).not.toBe(invitation);
    const stored = JSON.stringify([
      await database.db.selectFrom('access_link').selectAll().execute(),
      await entries(),
      await database.db.selectFrom('user_account').selectAll().execute(),
      lines,
    ]);
    await choosePassword(nobody({ log }), { token: reset, newPassword });
    await expect(
      choosePassword(nobody({ log }), { token: reset, newPassword }),
    ).rejects.not.toThrow(reset);
    const after = JSON.stringify([await entries(), lines]);
    for (const token of [invitation, reset]) {
      expect(stored).not.toContain(token);
      expect(after).not.toContain(token);
    }
  });

  it('is told apart by its purpose in what is recorded and in whom it may be shown to', async () => {
    const { email, token } = await anInvitedPerson();
    await sendResetLink(database.as(systemViewer).ctx, { email });
    const reset = await newestToken(email);
    expect((await mailsTo(email)).map(({ links }) => links)).toEqual(['personal', 'entrusted']);
    expect(await findAccessLink(nobody(), { token: reset })).toMatchObject({
      purpose: 'password_reset',
    });
    await choosePassword(nobody(), { token: reset, newPassword });
    expect(await findAccessLink(nobody(), { token })).toBeUndefined();
    expect((await entries()).at(-1)?.action).toBe('identity.reset_password');
  });

  it('of nobody leads nowhere', async () => {
    expect(await findAccessLink(nobody(), { token: '' })).toBeUndefined();
    await expect(choosePassword(nobody(), { token: 'x'.repeat(43), newPassword })).rejects.toThrow(
      AccessLinkIsSpent,
    );
  });
});

describe('inviting many', () => {
  const job = { signal: new AbortController().signal, progress: () => Promise.resolve() };

  it('writes to everybody of the list with an address and no access, as the one who asked, and to nobody twice', async () => {
    const admin = await administrator();
    const people = [];
    for (const n of [1, 2, 3]) {
      people.push(await anEmployee(database.db, { email: `p${n}@example.org` }));
    }
    await anEmployee(database.db, {});
    await anEmployee(database.db, { email: 'gone@example.org', leftOn: '2026-01-01' });
    await inviteEmployee(admin, { employeeId: people[0]! });
    expect(await inviteEmployees(admin, { filter: { state: 'ALL' } })).toBe(2);
    const invitedBy = admin.viewer.kind === 'signed-in' ? admin.viewer.userAccountId : '';
    const payload = {
      filter: {
        access: 'INVITABLE' as const,
        state: 'ALL' as const,
        sort: 'NAME' as const,
        isDescending: false,
      },
      invitedBy,
    };
    const system = database.as(systemViewer).ctx;
    await runInvitations(system, payload, job);
    await runInvitations(system, payload, job);
    for (const n of [1, 2, 3]) expect(await mailsTo(`p${n}@example.org`)).toHaveLength(1);
    expect(await mailsTo('gone@example.org')).toEqual([]);
    const invitations = (await entries()).filter(({ action }) => action === 'identity.invite');
    expect(invitations.map(({ actor }) => actor)).toEqual([invitedBy, invitedBy, invitedBy]);
    await expect(inviteEmployees(admin, { filter: {} })).rejects.toMatchObject({
      name: 'NobodyToInvite',
    });
  });

  it('stays with those who were chosen', async () => {
    const admin = await administrator();
    const chosen = await anEmployee(database.db, { email: 'p1@example.org' });
    await anEmployee(database.db, { email: 'p2@example.org' });
    expect(await inviteEmployees(admin, { filter: { employeeIds: [chosen] } })).toBe(1);
  });

  it('does nothing for somebody who is no administrator any more', async () => {
    await anEmployee(database.db, { email: 'p1@example.org' });
    const invitedBy = await aUserAccount(database.db);
    const filter = {
      access: 'INVITABLE',
      state: 'ALL',
      sort: 'NAME',
      isDescending: false,
    } as const;
    await expect(
      runInvitations(database.as(systemViewer).ctx, { filter, invitedBy }, job),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await mailsTo('p1@example.org')).toEqual([]);
  });
});

describe('the audit log', () => {
  it('names who signed in, and whose account a refused attempt was about without naming a doer', async () => {
    const { admin, email, token, userAccountId } = await anInvitedPerson();
    await choosePassword(nobody(), { token, newPassword });
    await verifySignIn(nobody(), { email, password: newPassword }, here);
    await verifySignIn(nobody(), { email, password: 'wrong' }, here).catch(() => undefined);
    const named = await listAuditEntries(admin, {
      filter: { action: 'identity.sign_in' },
      page: { limit: 5 },
    });
    expect(
      named.map(({ action, actorKind, actorName, subjectId }) => ({
        action,
        actorKind,
        actorName,
        subjectId,
      })),
    ).toEqual(
      expect.arrayContaining([
        {
          action: 'identity.sign_in',
          actorKind: 'signed-in',
          actorName: 'Kim Example',
          subjectId: userAccountId,
        },
        {
          action: 'identity.sign_in_refused',
          actorKind: 'anonymous',
          actorName: null,
          subjectId: userAccountId,
        },
      ]),
    );
  });
});

describe('two who follow one link at the same moment', () => {
  const own: OwnDatabase = useOwnDatabase();

  it('cannot both choose a password', async () => {
    const employeeId = await anEmployee(own.db, { email: 'kim@example.org' });
    const userAccountId = await aUserAccount(own.db);
    await aRoleGrant(own.db, { userAccountId, role: 'administrator' });
    const admin = own.as(aViewer({ userAccountId, roles: ['administrator'] })).ctx;
    await inviteEmployee(admin, { employeeId });
    const mail = await own.db
      .selectFrom('outbox_mail')
      .select('text_body as text')
      .executeTakeFirstOrThrow();
    const token = tokenIn(mail.text);
    const outcomes = await Promise.allSettled(
      ['first', 'second', 'third', 'fourth'].map((word) =>
        choosePassword(own.as(anonymousViewer).ctx, {
          token,
          newPassword: `a good ${word} password`,
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(AccessLinkIsSpent);
    }
    const accepted = await own.db
      .selectFrom('audit_entry')
      .select('action')
      .where('action', '=', 'identity.accept_invitation')
      .execute();
    expect(accepted).toHaveLength(1);
  });
});
