import { beforeEach, describe, expect, it } from 'vitest';
import { anEmployee, aDepartment } from '../../test/factories/organisation';
import { aRoleGrant, aUserAccount } from '../../test/factories/user-account';
import { aViewer } from '../../test/factories/viewer';
import { useDatabase } from '../../test/harness/use-database';
import { fixedClock } from '../../platform/clock';
import { prepareMonths } from '../../platform/db';
import { anonymousViewer, systemViewer } from '../access';
import { endEmployment } from '../organisation';
import { accessTokenHash, newAccessToken } from './access-link';
import { insertAccessLink } from './access-link-store';
import { sendResetLink } from './request-password-reset';
import {
  choosePassword,
  endAccessOfLeavers,
  findAccessLink,
  hashPassword,
  insertSession,
  loadViewer,
  SignInRefused,
  verifySignIn,
} from '.';

const database = useDatabase();
const password = 'a good long password';
const passwordHash = hashPassword(password);
const origin = { address: '192.0.2.1', browserTokens: [] };

/** The organisation is in Europe/London; until 30 March 2026 its clock is that of UTC. */
const lastMoment = fixedClock('2026-03-27T23:59:59.999Z');
const firstMomentAfter = fixedClock('2026-03-28T00:00:00.000Z');
/** Summer time begins in this night: the day ends an hour before midnight UTC. */
const lastMomentInSummer = fixedClock('2026-03-29T22:59:59.999Z');
const firstMomentAfterInSummer = fixedClock('2026-03-29T23:00:00.000Z');

beforeEach(() => prepareMonths(database.db, lastMoment.now()));

async function aPersonWhoMayEverything(facts: { leftOn?: string } = {}) {
  const departmentId = await aDepartment(database.db);
  const employeeId = await anEmployee(database.db, { departmentId, ...facts });
  const email = 'kim@example.com';
  const userAccountId = await aUserAccount(database.db, {
    employeeId,
    email,
    passwordHash: await passwordHash,
  });
  await aRoleGrant(database.db, { userAccountId, role: 'administrator' });
  await aRoleGrant(database.db, { userAccountId, role: 'department_head', departmentId });
  await insertSession(database.db, {
    sessionId: 'open session',
    userAccountId,
    expiresAt: new Date('2027-01-01T00:00:00Z'),
    userAgent: '',
  });
  const token = newAccessToken();
  await insertAccessLink(database.db, {
    tokenHash: accessTokenHash(token),
    userAccountId,
    purpose: 'password_reset',
    createdAt: new Date('2026-01-01T00:00:00Z'),
    expiresAt: new Date('2027-01-01T00:00:00Z'),
  });
  return { employeeId, userAccountId, email, token };
}

type Person = Awaited<ReturnType<typeof aPersonWhoMayEverything>>;

/** Each way in that a person has, and whether it is open at that moment. */
async function waysIn({ userAccountId, email, token }: Person, clock: typeof lastMoment) {
  const nobody = database.as(anonymousViewer, { clock }).ctx;
  const signIn = await verifySignIn(nobody, { email, password }, origin).catch(
    (error: unknown) => error,
  );
  if (signIn instanceof Error && !(signIn instanceof SignInRefused)) throw signIn;
  const mails = async () =>
    Number(
      (
        await database.db
          .selectFrom('outbox_mail')
          .select((eb) => eb.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  const before = await mails();
  await sendResetLink(nobody, { email: `${email} of nobody` });
  await sendResetLink(nobody, { email });
  return {
    session: (await loadViewer(nobody, { userAccountId })).kind === 'signed-in',
    password: !(signIn instanceof Error),
    link: (await findAccessLink(nobody, { token })) !== undefined,
    newLink: (await mails()) > before,
  };
}

const everyWay = { session: true, password: true, link: true, newLink: true };
const noWay = { session: false, password: false, link: false, newLink: false };

describe('a person who leaves', () => {
  it.each([
    ['2026-03-28', lastMoment, firstMomentAfter],
    ['2026-03-30', lastMomentInSummer, firstMomentAfterInSummer],
  ])(
    'on the day before %s has every way in until its end, and none a moment later',
    async (leftOn, before, after) => {
      const person = await aPersonWhoMayEverything({ leftOn });
      const { link: _used, ...ways } = await waysIn(person, before);
      expect(ways).toEqual({ session: true, password: true, newLink: true });
      expect(await waysIn(person, after)).toEqual(noWay);
    },
  );

  it('cannot choose a password with a link from before', async () => {
    const { token } = await aPersonWhoMayEverything({ leftOn: '2026-03-28' });
    const { ctx } = database.as(anonymousViewer, { clock: firstMomentAfter });
    await expect(
      choosePassword(ctx, { token, newPassword: 'another good password' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is out at once when the leaving is entered afterwards', async () => {
    const person = await aPersonWhoMayEverything();
    const clock = firstMomentAfter;
    expect(await waysIn(person, clock)).toEqual(everyWay);
    const hr = database.as(aViewer({ roles: ['hr'] }), { clock }).ctx;
    await endEmployment(hr, { employeeId: person.employeeId, leftOn: '2026-02-01' });
    expect(await waysIn(person, clock)).toEqual(noWay);
  });

  it('has nothing left to come back with when hired again', async () => {
    const person = await aPersonWhoMayEverything({ leftOn: '2026-03-28' });
    const product = database.as(systemViewer, { clock: firstMomentAfter }).ctx;
    expect(await endAccessOfLeavers(product)).toBe(1);
    expect(await endAccessOfLeavers(product)).toBe(0);
    await database.db
      .updateTable('employee')
      .set({ left_on: null })
      .where('employee_id', '=', person.employeeId)
      .execute();
    expect(await waysIn(person, firstMomentAfter)).toEqual(noWay);
    const left = await database.db
      .selectFrom('user_account as u')
      .select((eb) => [
        eb.selectFrom('role_grant').select(eb.fn.countAll().as('n')).as('roles'),
        eb.selectFrom('session').select(eb.fn.countAll().as('n')).as('sessions'),
        eb.selectFrom('credential').select(eb.fn.countAll().as('n')).as('credentials'),
        eb.selectFrom('access_link').select(eb.fn.countAll().as('n')).as('links'),
      ])
      .executeTakeFirstOrThrow();
    expect(Object.values(left).map(Number)).toEqual([0, 0, 0, 0]);
    const entry = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'subject_id', 'actor_kind'])
      .where('action', '=', 'identity.end_access_of_leaver')
      .execute();
    expect(entry).toEqual([
      {
        action: 'identity.end_access_of_leaver',
        subject_id: person.userAccountId,
        actor_kind: 'system',
      },
    ]);
  });

  it('takes nobody along: an account of no employee stays', async () => {
    const userAccountId = await aUserAccount(database.db, { passwordHash: await passwordHash });
    const product = database.as(systemViewer, { clock: firstMomentAfter }).ctx;
    expect(await endAccessOfLeavers(product)).toBe(0);
    expect((await loadViewer(product, { userAccountId })).kind).toBe('signed-in');
  });
});
