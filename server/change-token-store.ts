import { sql } from 'kysely';
import type { Db } from '../platform/db';

/**
 * Text that is another one whenever facts have changed. What was noted as changed is collected first, so that an older
 * text can never stand for what a slow transaction commits later.
 */
export async function findChangeToken(db: Db): Promise<string> {
  await sql`select collect_changes()`.execute(db);
  const row = await db.selectFrom('mart.change_token').select('token').executeTakeFirstOrThrow();
  return row.token ?? '';
}

/** Text that is another one, and never one of before, whenever the tree of departments changed on any day. */
export async function findTreeVersion(db: Db): Promise<string> {
  const row = await db
    .selectFrom('mart.department_tree_version')
    .select('version')
    .executeTakeFirstOrThrow();
  return row.version ?? '';
}
