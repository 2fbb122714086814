import { describe, expect, it } from 'vitest';
import { aViewer } from '../../test/factories/viewer';
import { aUserAccount } from '../../test/factories/user-account';
import { useDatabase } from '../../test/harness/use-database';
import { anonymousViewer } from '../access';
import {
  changePassword,
  hashPassword,
  insertSession,
  listOwnSessions,
  SignInRefused,
  signOutEverywhere,
  verifySignIn,
} from '.';

const database = useDatabase();
const password = 'a good long password';
const passwordHash = hashPassword(password);
/** From where people of these tests sign in. */
const here = { address: '192.0.2.1', browserTokens: [] };
const nobody = () => database.as(anonymousViewer).ctx;
const auditActions = async () =>
  (
    await database.db
      .selectFrom('audit_entry')
      .select(['action', 'subject_id', 'details'])
      .execute()
  ).map(({ action, subject_id, details }) => ({ action, subjectId: subject_id, details }));

describe('signing in', () => {
  it('is done with mail address and password, whatever the case of the address', async () => {
    const userAccountId = await aUserAccount(database.db, {
      email: 'Kim@Example.com',
      passwordHash: await passwordHash,
    });
    await expect(
      verifySignIn(nobody(), { email: ' kim@example.com ', password }, here),
    ).resolves.toMatchObject({ userAccountId });
    expect(await auditActions()).toEqual([
      { action: 'identity.sign_in', subjectId: userAccountId, details: {} },
    ]);
  });

  it('is refused in the same words for a wrong password, an unknown address and a disabled account', async () => {
    await aUserAccount(database.db, { email: 'kim@example.com', passwordHash: await passwordHash });
    await aUserAccount(database.db, {
      email: 'gone@example.com',
      passwordHash: await passwordHash,
      isDisabled: true,
    });
    const attempts = [
      { email: 'kim@example.com', password: 'another password' },
      { email: 'nobody@example.com', password },
      { email: 'gone@example.com', password },
    ];
    for (const attempt of attempts)
      await expect(verifySignIn(nobody(), attempt, here)).rejects.toThrow(SignInRefused);
    const entries = await auditActions();
    expect(entries).toHaveLength(3);
    expect(JSON.stringify(entries)).not.toContain('example.com');
  });

  it('costs as much work for an unknown address as for a known one', async () => {
    await aUserAccount(database.db, { email: 'kim@example.com', passwordHash: await passwordHash });
    let attempts = 0;
    const cost = async (email: string) => {
      const started = process.cpuUsage();
      for (let n = 0; n < 5; n++) {
        const origin = { address: `198.51.100.${attempts++}`, browserTokens: [] };
        await verifySignIn(nobody(), { email, password: 'wrong' }, origin).catch(() => undefined);
      }
      return process.cpuUsage(started).user;
    };
    await cost('nobody@example.com');
    const [unknown, known] = [await cost('nobody@example.com'), await cost('kim@example.com')];
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });
});

describe('a signed-in person', () => {
  const openSession = (userAccountId: string, sessionId: string) =>
    insertSession(database.db, {
      sessionId,
      userAccountId,
      expiresAt: new Date('2026-12-24T00:00:00Z'),
      userAgent: 'Firefox',
    });

  it('has sessions of which the database keeps only a hash', async () => {
    const userAccountId = await aUserAccount(database.db);
    await openSession(userAccountId, 'the secret id');
    const stored = await database.db.selectFrom('session').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain('the secret id');
    const sessions = await listOwnSessions(database.as(aViewer({ userAccountId })).ctx);
    expect(sessions).toMatchObject([{ userAgent: 'Firefox' }]);
  });

  it('can end them all, and only their own', async () => {
    const [mine, others] = [await aUserAccount(database.db), await aUserAccount(database.db)];
    for (const id of ['a', 'b']) await openSession(mine, id);
    await openSession(others, 'c');
    const { ctx } = database.as(aViewer({ userAccountId: mine }));
    await expect(signOutEverywhere(ctx, {})).resolves.toMatchObject({ sessions: 2 });
    expect(await listOwnSessions(database.as(aViewer({ userAccountId: others })).ctx)).toHaveLength(
      1,
    );
  });

  it('changes the password only with the current one, and is signed out by it', async () => {
    const userAccountId = await aUserAccount(database.db, {
      email: 'kim@example.com',
      passwordHash: await passwordHash,
    });
    await openSession(userAccountId, 'a');
    const { ctx } = database.as(aViewer({ userAccountId }));
    const newPassword = 'another good password';
    await expect(
      changePassword(ctx, { currentPassword: 'wrong', newPassword }),
    ).rejects.toMatchObject({
      fields: [{ path: ['currentPassword'] }],
    });
    await expect(
      changePassword(ctx, { currentPassword: password, newPassword: 'short' }),
    ).rejects.toMatchObject({
      fields: [{ path: ['newPassword'] }],
    });
    await changePassword(ctx, { currentPassword: password, newPassword });
    expect(await listOwnSessions(ctx)).toEqual([]);
    await expect(
      verifySignIn(nobody(), { email: 'kim@example.com', password: newPassword }, here),
    ).resolves.toMatchObject({ userAccountId });
  });
});
