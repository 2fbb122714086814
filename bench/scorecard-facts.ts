import type { Sql } from '../platform/db';

export const BENCH_TIME_ZONE = 'Europe/London';

/** An organisation of 24 departments in three levels with twelve touchpoints. */
export async function makeOrganisation(sql: Sql): Promise<void> {
  await sql`
    insert into organisation (organisation_id, name_en, name_zh, time_zone, default_locale)
    values (gen_random_uuid(), 'Bench', '基准', ${BENCH_TIME_ZONE}, 'en')`;
  await sql`
    insert into department (department_id, code, name_en, name_zh, parent_department_id)
    select md5('department ' || n)::uuid, 'D' || n, 'Department ' || n, '部门 ' || n,
           case when n = 0 then null when n <= 5 then md5('department 0')::uuid else md5('department ' || (1 + n % 5))::uuid end
    from generate_series(0, 23) as n order by n`;
  await sql`
    insert into department_closure (ancestor_id, descendant_id, depth)
    with recursive up as (
      select department_id as descendant_id, department_id as ancestor_id, 0 as depth from department
      union all
      select up.descendant_id, d.parent_department_id, up.depth + 1
      from up join department d on d.department_id = up.ancestor_id where d.parent_department_id is not null
    )
    select ancestor_id, descendant_id, depth from up`;
  await sql`
    insert into touchpoint (touchpoint_id, code, name_en, name_zh, owner_department_id)
    select md5('touchpoint ' || n)::uuid, 't' || n, 'Touchpoint ' || n, '触点 ' || n, md5('department ' || (6 + n))::uuid
    from generate_series(0, 11) as n`;
}

/** So many answers over two years, made by the database in one statement. */
export async function makeFeedback(sql: Sql, count: number): Promise<void> {
  await sql`truncate feedback`;
  await sql`
    insert into feedback (feedback_id, occurred_at, department_id, touchpoint_id, channel, source, nps_score, csat_score, ces_score, changed_at)
    select gen_random_uuid(), now() - n * (interval '730 days' / ${count}::int), md5('department ' || (6 + n % 18))::uuid,
           md5('touchpoint ' || (n / 7 % 12))::uuid, (array['open_link', 'mail', 'api'])[1 + n % 3], 'survey',
           (n * 7919 % 11)::smallint, 1 + (n * 104729 % 5)::smallint, 1 + (n * 1299709 % 7)::smallint, now() - interval '1 day'
    from generate_series(0, ${count}::bigint - 1) as n`;
  await sql`vacuum analyze feedback`;
}

/** What somebody would build by hand: one row per department and day. */
export async function makeDailyRollup(sql: Sql): Promise<void> {
  await sql`drop table if exists department_day`;
  await sql.unsafe(`
    create table department_day as
    select c.ancestor_id as department_id, (f.occurred_at at time zone '${BENCH_TIME_ZONE}')::date as day,
           count(*) as n, count(nps_score) as nps_n, count(*) filter (where nps_score >= 9) as promoters,
           count(*) filter (where nps_score in (7, 8)) as passives, count(*) filter (where nps_score <= 6) as detractors,
           count(csat_score) as csat_n, count(*) filter (where csat_score >= 4) as csat_top_two,
           count(ces_score) as ces_n, sum(ces_score) as ces_sum, sum(ces_score * ces_score) as ces_sum_squares
    from feedback f join department_closure c on c.descendant_id = f.department_id
    where not f.is_held group by 1, 2`);
  await sql`create unique index on department_day (department_id, day)`;
  await sql`vacuum analyze department_day`;
}

/** The numbers of the scorecard page from that table: each department in each quarter of the trend. */
export async function scorecardFromDailyRollup(
  sql: Sql,
  from: string,
  to: string,
): Promise<number> {
  const rows = await sql`
    select department_id, date_trunc('quarter', day::timestamp) as quarter, sum(n) as n, sum(nps_n) as nps_n,
           sum(promoters) as promoters, sum(passives) as passives, sum(detractors) as detractors,
           100.0 * (sum(promoters) - sum(detractors)) / nullif(sum(nps_n), 0) as nps, sum(csat_n) as csat_n,
           sum(csat_top_two) as csat_top_two, 100.0 * sum(csat_top_two) / nullif(sum(csat_n), 0) as csat_percent,
           sum(ces_n) as ces_n, sum(ces_sum) as ces_sum, sum(ces_sum_squares) as ces_sum_squares,
           1.0 * sum(ces_sum) / nullif(sum(ces_n), 0) as ces_mean
    from department_day where day between ${from} and ${to} group by 1, 2`;
  return rows.length;
}
