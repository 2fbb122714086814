import type { Sql } from '../../platform/db';
import { TIME_ZONE } from './semantic-database';

/** Every measure of the view written by hand, over rows `f` of feedback. */
export const scorecardExpressions = {
  feedback_count: 'count(*)',
  nps_n: 'count(f.nps_score)',
  promoters: 'count(*) filter (where f.nps_score in (9, 10))',
  passives: 'count(*) filter (where f.nps_score in (7, 8))',
  detractors: 'count(*) filter (where f.nps_score between 0 and 6)',
  nps_sum: 'sum(f.nps_score)',
  nps_sum_squares: 'sum(f.nps_score ^ 2)',
  nps: '100 * avg(case when f.nps_score >= 9 then 1.0 when f.nps_score >= 7 then 0 when f.nps_score >= 0 then -1 end)',
  csat_n: 'count(f.csat_score)',
  csat_top_two: 'count(*) filter (where f.csat_score in (4, 5))',
  csat_sum: 'sum(f.csat_score)',
  csat_sum_squares: 'sum(f.csat_score ^ 2)',
  csat_percent: '100 * avg((f.csat_score >= 4)::int)',
  csat_mean: 'avg(f.csat_score)',
  ces_n: 'count(f.ces_score)',
  ces_easy: 'count(*) filter (where f.ces_score in (5, 6, 7))',
  ces_sum: 'sum(f.ces_score)',
  ces_sum_squares: 'sum(f.ces_score ^ 2)',
  ces_mean: 'avg(f.ces_score)',
  ces_easy_percent: '100 * avg((f.ces_score >= 5)::int)',
  satisfied: 'count(*) filter (where f.csat_score in (4, 5))',
  satisfaction_percent: '100 * avg((f.csat_score >= 4)::int)',
} as const;

export interface ExpectedQuestion {
  startOn: string;
  endOn: string;
  granularity?: 'day' | 'month' | 'quarter' | 'year';
  breakdown?: 'touchpoint_id' | 'channel';
  departmentIds: readonly string[] | 'all';
}

/** A row's place: department, start of the period, touchpoint or channel. */
export type ExpectedRows = Map<string, Record<string, number | null>>;

export function rowKey(...parts: readonly (string | null)[]): string {
  return parts.map((part) => part ?? '-').join('/');
}

type HandRow = Record<'department_id' | 'period' | 'part', string | null> &
  Record<string, string | null>;

/**
 * Joins a fact with its department and everything that lay above it on the local day, as `c.ancestor_id`: for each day on
 * which any department began to lie elsewhere, all of the tree is climbed as it stood then.
 */
export const underEachDepartment = (department: string, localMoment: string) => `
  join (
    with recursive change as (
      select since, lead(since, 1, 'infinity') over (order by since) as until
      from (select distinct valid_from as since from department_parent_period) as days
    ), above as (
      select since, until, department_id, department_id as ancestor_id from change, department
      union all
      select a.since, a.until, a.department_id, p.parent_department_id
      from above a join department_parent_period p on p.department_id = a.ancestor_id
      where p.parent_department_id is not null and p.valid_from <= a.since and (p.valid_to is null or p.valid_to > a.since)
    )
    select * from above
  ) c on c.department_id = ${department} and (${localMoment})::date >= c.since and (${localMoment})::date < c.until`;

/** The scorecard by hand: facts joined with everything above their department on that day, days cut in the organisation's zone. */
export async function scorecardByHand(sql: Sql, question: ExpectedQuestion): Promise<ExpectedRows> {
  const { granularity, breakdown, departmentIds } = question;
  const local = `f.occurred_at at time zone '${TIME_ZONE}'`;
  const period = granularity
    ? `to_char(date_trunc('${granularity}', ${local}), 'YYYY-MM-DD')`
    : 'null::text';
  const group = breakdown ? `f.${breakdown}::text` : 'null::text';
  const allowed = departmentIds === 'all' ? null : [...departmentIds];
  const measures = Object.entries(scorecardExpressions).map(
    ([name, expression]) => `${expression} as ${name}`,
  );
  const rows = await sql.unsafe<HandRow[]>(
    `select c.ancestor_id::text as department_id, ${period} as period, ${group} as part, ${measures.join(', ')}
     from feedback f ${underEachDepartment('f.department_id', local)}
     where not f.is_held and (${local})::date between $1::date and $2::date
       and ($3::text[] is null or c.ancestor_id::text = any ($3::text[]))
     group by 1, 2, 3`,
    [question.startOn, question.endOn, allowed],
  );
  return new Map(
    rows.map(({ department_id: department, period: startOn, part, ...values }) => [
      rowKey(department, startOn, part),
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          value === null ? null : Number(value),
        ]),
      ),
    ]),
  );
}
