import { sql } from 'kysely';
import type { Db } from './create-db';

const monthsAhead = 3;

/** Makes the coming months' partitions of every table that is partitioned by month. What is there stays as it is. */
export async function prepareMonths(db: Db, now: Date): Promise<void> {
  await sql`
    select ensure_month_partition(t.partrelid::regclass, (date_trunc('month', ${now}::timestamptz, 'UTC') + n * interval '1 month')::date)
    from pg_partitioned_table t, generate_series(-1, ${monthsAhead}) as n
    where t.partstrat = 'r'`.execute(db);
}
