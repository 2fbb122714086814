import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { hasNotLeft } from './leaver-store';

export interface KnownCredential {
  userAccountId: string;
  passwordHash: string;
}

/** The credential of an account that may sign in on this day. */
export async function findCredentialByEmail(
  db: Db,
  { email, today }: { email: string; today: string },
): Promise<KnownCredential | undefined> {
  return db
    .selectFrom('user_account as u')
    .innerJoin('credential as c', 'c.user_account_id', 'u.user_account_id')
    .select(['u.user_account_id as userAccountId', 'c.password_hash as passwordHash'])
    .where(sql`lower(u.email)`, '=', email.toLowerCase())
    .where('u.disabled_at', 'is', null)
    .where(hasNotLeft(today))
    .executeTakeFirst();
}

export async function findPasswordHash(db: Db, userAccountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('credential')
    .select('password_hash')
    .where('user_account_id', '=', userAccountId)
    .executeTakeFirst();
  return row?.password_hash;
}

export async function deleteCredential(db: Db, userAccountId: string): Promise<void> {
  await db.deleteFrom('credential').where('user_account_id', '=', userAccountId).execute();
}

export async function storePasswordHash(
  db: Db,
  {
    userAccountId,
    passwordHash,
    changedAt,
  }: { userAccountId: string; passwordHash: string; changedAt: Date },
): Promise<void> {
  const row = { password_hash: passwordHash, changed_at: changedAt };
  await db
    .insertInto('credential')
    .values({ user_account_id: userAccountId, ...row })
    .onConflict((conflict) => conflict.column('user_account_id').doUpdateSet(row))
    .execute();
}
