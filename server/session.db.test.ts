import { afterEach, describe, expect, it, vi } from 'vitest';

import { sessionKeyOf } from '../domain/identity';
import { systemClock } from '../platform/clock';
import { aUserAccount } from '../test/factories/user-account';
import { useDatabase } from '../test/harness/use-database';
import { createSessions } from './session.server';

const database = useDatabase();
const env = { baseUrl: 'http://localhost:3000', port: 3000 };
const day = 24 * 60 * 60 * 1_000;

const cookieOf = (setCookie: string) => setCookie.split(';')[0];

afterEach(() => void vi.useRealTimers());

async function aSession() {
  const sessions = createSessions({ db: database.db, env, clock: systemClock });
  const userAccountId = await aUserAccount(database.db);
  const cookie = cookieOf(await sessions.begin(userAccountId, 'a browser'));
  return { sessions, cookie };
}

/** Goes on in time; only the clock moves, what waits for timers does not. */
const daysLater = (days: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * day });

describe('a session', () => {
  it('that is used every week ends for good after thirty days', async () => {
    const { sessions, cookie } = await aSession();
    for (const days of [7, 7, 7, 7, 1]) {
      daysLater(days);
      expect(await sessions.read(cookie)).toBeDefined();
    }
    daysLater(1.01);
    expect(await sessions.read(cookie)).toBeUndefined();
    const left = await database.db.selectFrom('session').selectAll().execute();
    expect(left).toEqual([]);
  });

  it('that nobody uses for two weeks ends', async () => {
    const { sessions, cookie } = await aSession();
    daysLater(14.01);
    expect(await sessions.read(cookie)).toBeUndefined();
  });

  it('is told apart by a hash, and its cookie opens nothing once it is ended', async () => {
    const { sessions, cookie } = await aSession();
    const opened = await sessions.read(cookie);
    expect(opened?.sessionKey).toBe(sessionKeyOf(cookie?.split('=')[1] ?? ''));
    await sessions.end(cookie);
    expect(await sessions.read(cookie)).toBeUndefined();
  });
});
