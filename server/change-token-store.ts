import type { Db } from '../platform/db';

/** Text that is another one whenever facts have changed. */
export async function findChangeToken(db: Db): Promise<string> {
  const row = await db.selectFrom('mart.change_token').select('token').executeTakeFirstOrThrow();
  return row.token ?? '';
}
