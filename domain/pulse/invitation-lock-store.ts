import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** Does the work while nobody else does any for the same invitation. `db` must stand on one connection. */
export async function holdingInvitation<R>(
  db: Db,
  invitationId: string,
  work: () => Promise<R>,
): Promise<R> {
  await sql`select pg_advisory_lock(hashtextextended(${invitationId}, 0))`.execute(db);
  try {
    return await work();
  } finally {
    await sql`select pg_advisory_unlock(hashtextextended(${invitationId}, 0))`.execute(db);
  }
}
