import { sql } from 'kysely';
import type { Db } from '../../../platform/db';

/**
 * Moves days to noon in the zone, all of them at once: no number is ever made of days in two zones. Imports wait
 * meanwhile. Resolves to how many moved. Call it in a transaction.
 */
export async function moveDaysToZone(db: Db, { timeZone }: { timeZone: string }): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('feedback_days'))`.execute(db);
  await sql`
    select ensure_month_partition('feedback', month::date)
    from (
      select distinct date_trunc('month', day at time zone 'UTC') as month
      from feedback f cross join lateral (values ((f.occurred_on + time '12:00') at time zone ${timeZone})) as noon(day)
      where f.occurred_on is not null
    ) as months`.execute(db);
  const { rows } = await sql<{ moved: number }>`
    with moved as (
      update feedback set occurred_at = (occurred_on + time '12:00') at time zone ${timeZone}, changed_at = now()
      where occurred_on is not null and occurred_at <> (occurred_on + time '12:00') at time zone ${timeZone}
      returning feedback_id, occurred_at
    ),
    found as (
      update feedback_origin o set occurred_at = m.occurred_at from moved m where o.feedback_id = m.feedback_id
    )
    select count(*)::int as moved from moved`.execute(db);
  return rows[0]?.moved ?? 0;
}
