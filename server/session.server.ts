import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';

import type { Context } from '../domain/context';
import {
  deleteSession,
  deleteSessionsExpiredBy,
  deleteSessionsOf,
  findSession,
  insertSession,
  prolongSession,
  sessionKeyOf,
} from '../domain/identity';
import type { Db } from '../platform/db';
import type { Environment } from '../platform/env';

declare module 'lucia' {
  interface Register {
    DatabaseSessionAttributes: { userAgent: string };
  }
}

const day = 24 * 60 * 60 * 1_000;
/** A session that nobody uses ends. */
const idleDays = 14;
/** A session ends for good, however much it is used: a stolen cookie does not live for ever. */
const longestDays = 30;

const endOf = (createdAt: Date) => new Date(createdAt.getTime() + longestDays * day);
const earlierOf = (one: Date, other: Date) => (one < other ? one : other);

export interface OpenedSession {
  sessionKey: string;
  userAccountId: string;
  /** Present when the session was prolonged and the browser should keep its cookie longer. */
  cookie: string | undefined;
}

/** Sessions in cookies. The one place that knows the library. */
export interface Sessions {
  read(cookieHeader: string | undefined): Promise<OpenedSession | undefined>;
  /** Begins a session and gives its cookie. */
  begin(userAccountId: string, userAgent: string): Promise<string>;
  /** Ends the session of these cookies and gives the cookie that clears it. */
  end(cookieHeader: string | undefined): Promise<string>;
}

export function createSessions({
  db,
  env,
  clock,
}: {
  db: Db;
  env: Pick<Environment, 'baseUrl' | 'port'>;
  clock: Context['clock'];
}): Sessions {
  const isSecure = env.baseUrl.startsWith('https:');
  const lucia = new Lucia(sessionAdapter(db, clock), {
    sessionExpiresIn: new TimeSpan(idleDays, 'd'),
    sessionCookie: {
      // Browsers share cookies between the ports of one host: two installations side by side must not sign each other out.
      name: isSecure ? '__Host-tandem' : `tandem_${env.port}`,
      attributes: { secure: isSecure, sameSite: 'lax', path: '/' },
    },
  });
  const idIn = (cookieHeader: string | undefined) => lucia.readSessionCookie(cookieHeader ?? '');
  return {
    async read(cookieHeader) {
      const sessionId = idIn(cookieHeader);
      if (!sessionId) return undefined;
      const { session } = await lucia.validateSession(sessionId);
      if (!session) return undefined;
      return {
        sessionKey: sessionKeyOf(session.id),
        userAccountId: session.userId,
        cookie: session.fresh ? lucia.createSessionCookie(session.id).serialize() : undefined,
      };
    },
    async begin(userAccountId, userAgent) {
      const session = await lucia.createSession(userAccountId, { userAgent });
      return lucia.createSessionCookie(session.id).serialize();
    },
    async end(cookieHeader) {
      const sessionId = idIn(cookieHeader);
      if (sessionId) await lucia.invalidateSession(sessionId);
      return lucia.createBlankSessionCookie().serialize();
    },
  };
}

/** The library's view of our session table. The id leaves the process only in a cookie; the table holds its hash. */
function sessionAdapter(db: Db, clock: Context['clock']): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const found = await findSession(db, sessionId);
      if (!found) return [null, null];
      const { userAccountId, createdAt } = found;
      const expiresAt = earlierOf(found.expiresAt, endOf(createdAt));
      const session: DatabaseSession = {
        id: sessionId,
        userId: userAccountId,
        expiresAt,
        attributes: { userAgent: '' },
      };
      return [session, { id: userAccountId, attributes: {} }];
    },
    getUserSessions: () =>
      Promise.reject(new Error('Sessions are listed by domain/identity: their ids are not known')),
    setSession: ({ id, userId, expiresAt, attributes }) =>
      insertSession(db, {
        sessionId: id,
        userAccountId: userId,
        expiresAt,
        userAgent: attributes.userAgent,
      }),
    async updateSessionExpiration(sessionId, expiresAt) {
      const found = await findSession(db, sessionId);
      if (!found) return;
      const until = earlierOf(expiresAt, endOf(found.createdAt));
      if (until > found.expiresAt) await prolongSession(db, sessionId, until);
    },
    deleteSession: (sessionId) => deleteSession(db, sessionId),
    deleteUserSessions: async (userId) => void (await deleteSessionsOf(db, userId)),
    deleteExpiredSessions: () => deleteSessionsExpiredBy(db, clock.now()),
  };
}
