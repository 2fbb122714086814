import { createHash } from 'node:crypto';
import type { Db } from '../../platform/db';
import type { Session } from './user-account';

/** What the database keeps of a session's id. */
export function sessionKeyOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

export interface OpenSession {
  userAccountId: string;
  expiresAt: Date;
}

export interface FoundSession extends OpenSession {
  createdAt: Date;
}

export async function findSession(db: Db, sessionId: string): Promise<FoundSession | undefined> {
  return db
    .selectFrom('session')
    .select([
      'user_account_id as userAccountId',
      'expires_at as expiresAt',
      'created_at as createdAt',
    ])
    .where('session_id_hash', '=', sessionKeyOf(sessionId))
    .executeTakeFirst();
}

/** The sessions of an account that are still open, the newest first. */
export function selectSessions(db: Db, userAccountId: string, now: Date): Promise<Session[]> {
  return db
    .selectFrom('session')
    .select([
      'session_id_hash as sessionKey',
      'created_at as signedInAt',
      'expires_at as expiresAt',
      'user_agent as userAgent',
    ])
    .where('user_account_id', '=', userAccountId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
}

export async function insertSession(
  db: Db,
  session: OpenSession & { sessionId: string; userAgent: string },
): Promise<void> {
  await db
    .insertInto('session')
    .values({
      session_id_hash: sessionKeyOf(session.sessionId),
      user_account_id: session.userAccountId,
      expires_at: session.expiresAt,
      user_agent: session.userAgent.slice(0, 400),
    })
    .execute();
}

export async function prolongSession(db: Db, sessionId: string, expiresAt: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ expires_at: expiresAt })
    .where('session_id_hash', '=', sessionKeyOf(sessionId))
    .execute();
}

export async function deleteSession(db: Db, sessionId: string): Promise<void> {
  await db.deleteFrom('session').where('session_id_hash', '=', sessionKeyOf(sessionId)).execute();
}

export async function deleteSessionsOf(db: Db, userAccountId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('user_account_id', '=', userAccountId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function deleteSessionsExpiredBy(db: Db, moment: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', moment).execute();
}
