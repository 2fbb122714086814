import type { Sql } from '../platform/db';

/** Does the work while no other process that starts at the same time does it. */
export async function holdingSeedLock<R>(sql: Sql, work: () => Promise<R>): Promise<R> {
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(hashtext('tandem seed'))`;
    return await work();
  } finally {
    await connection`select pg_advisory_unlock(hashtext('tandem seed'))`;
    connection.release();
  }
}
