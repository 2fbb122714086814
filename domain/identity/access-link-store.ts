import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { AccessLinkPurpose } from './access-link';
import { hasNotLeft } from './leaver-store';

export interface NewAccessLink {
  tokenHash: string;
  userAccountId: string;
  purpose: AccessLinkPurpose;
  createdAt: Date;
  expiresAt: Date;
}

export async function insertAccessLink(db: Db, link: NewAccessLink): Promise<void> {
  await db
    .insertInto('access_link')
    .values({
      token_hash: link.tokenHash,
      user_account_id: link.userAccountId,
      purpose: link.purpose,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
    })
    .execute();
}

export interface OpenAccessLink {
  userAccountId: string;
  purpose: AccessLinkPurpose;
  email: string;
  displayName: string;
}

interface LinkOnDay {
  tokenHash: string;
  now: Date;
  /** A person who has left by this day is let in no more. */
  today: string;
}

/** The link of this hash, as long as it leads somewhere. */
export async function findOpenAccessLink(
  db: Db,
  { tokenHash, now, today }: LinkOnDay,
): Promise<OpenAccessLink | undefined> {
  return db
    .selectFrom('access_link as l')
    .innerJoin('user_account as u', 'u.user_account_id', 'l.user_account_id')
    .select([
      'l.user_account_id as userAccountId',
      sql<AccessLinkPurpose>`l.purpose`.as('purpose'),
      'u.email',
      'u.display_name as displayName',
    ])
    .where('l.token_hash', '=', tokenHash)
    .where('l.expires_at', '>', now)
    .where('u.disabled_at', 'is', null)
    .where(hasNotLeft(today))
    .executeTakeFirst();
}

/**
 * Uses up the link and gives what it was for; undefined when it leads nowhere. Of two at once, the second waits for
 * the first and then finds nothing.
 */
export async function takeAccessLink(
  db: Db,
  { tokenHash, now, today }: LinkOnDay,
): Promise<Pick<OpenAccessLink, 'userAccountId' | 'purpose'> | undefined> {
  return db
    .deleteFrom('access_link as l')
    .using('user_account as u')
    .whereRef('u.user_account_id', '=', 'l.user_account_id')
    .where('l.token_hash', '=', tokenHash)
    .where('l.expires_at', '>', now)
    .where('u.disabled_at', 'is', null)
    .where(hasNotLeft(today))
    .returning([
      'l.user_account_id as userAccountId',
      sql<AccessLinkPurpose>`l.purpose`.as('purpose'),
    ])
    .executeTakeFirst();
}

/** Ends the links of an account, of one purpose or of all. */
export async function deleteAccessLinksOf(
  db: Db,
  userAccountId: string,
  purpose?: AccessLinkPurpose,
): Promise<void> {
  let query = db.deleteFrom('access_link').where('user_account_id', '=', userAccountId);
  if (purpose) query = query.where('purpose', '=', purpose);
  await query.execute();
}

export async function deleteAccessLinksExpiredBy(db: Db, moment: Date): Promise<void> {
  await db.deleteFrom('access_link').where('expires_at', '<=', moment).execute();
}
