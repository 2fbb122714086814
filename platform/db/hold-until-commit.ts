import { sql } from 'kysely';
import type { Db } from './create-db';

/** Whoever else holds the same name waits until this transaction ends. */
export async function holdUntilCommit(db: Db, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}
