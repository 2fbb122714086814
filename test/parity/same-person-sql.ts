import type { Sql } from '../../platform/db';
import { underEachDepartment } from './scorecard-sql';
import { TIME_ZONE } from './semantic-database';

/** Answers to each question as they count, and how the question is named in the semantic layer. */
const scores = {
  nps: 'case when f.nps_score >= 9 then 1 when f.nps_score <= 6 then -1 when f.nps_score is not null then 0 end',
  csat: '(f.csat_score in (4, 5))::int',
  ces: 'f.ces_score',
} as const;

const keys = ['nps', 'csat', 'ces'] as const;
const local = `f.occurred_at at time zone '${TIME_ZONE}'`;

interface HandChoice {
  period?: 'month' | 'quarter' | 'year' | undefined;
  part?: 'touchpoint_id' | 'channel' | undefined;
  /** First and last day, in SQL. */
  between?: readonly [string, string];
}

/**
 * The sums of the answers of one person by joining each answer with every other of the same person: per department, where
 * asked in each period, and where asked of each touchpoint or channel.
 */
export function pairsByHand({ period, part, between }: HandChoice): string {
  const facts = `
    select c.ancestor_id as department_id, f.feedback_id, f.respondent_key,
           ${period ? `to_char(date_trunc('${period}', ${local}), 'YYYY-MM-DD')` : "''"} as period,
           ${part ? `coalesce(f.${part}::text, '')` : "''"} as part,
           ${keys.map((key) => `${scores[key]} as ${key}`).join(', ')}
    from feedback f ${underEachDepartment('f.department_id', local)}
    where not f.is_held and f.respondent_key is not null
      and ${between ? `(${local})::date between ${between[0]} and ${between[1]}` : 'true'}`;
  const sums = keys.map(
    (key) => `
      sum((a.${key} is not null and b.${key} is not null)::int) as ${key}_pairs,
      coalesce(sum(a.${key}) filter (where b.${key} is not null), 0) as ${key}_pair_sum,
      coalesce(sum(a.${key} * b.${key}), 0) as ${key}_pair_product`,
  );
  const repeats = (counted: string, name: string) =>
    `count(${counted}) - count(distinct ${counted}) as ${name}_repeats`;
  return `
    with facts as materialized (${facts}),
    paired as (
      select department_id, period, part, ${sums.join(', ')}
      from facts a join facts b using (department_id, period, part, respondent_key)
      where b.feedback_id <> a.feedback_id
      group by 1, 2, 3
    ),
    counted as (
      select department_id, period, part, ${repeats('respondent_key', 'feedback')},
             ${keys.map((key) => repeats(`case when ${key} is not null then respondent_key end`, key)).join(', ')}
      from facts group by 1, 2, 3
    )
    select * from paired join counted using (department_id, period, part)`;
}

export interface HandPairs {
  departmentId: string;
  period: string;
  part: string | null;
  sums: Record<string, number>;
}

export async function samePersonByHand(
  sql: Sql,
  { startOn, endOn, ...choice }: HandChoice & { startOn: string; endOn: string },
): Promise<HandPairs[]> {
  const rows = await sql.unsafe<Record<string, string | null>[]>(
    pairsByHand({ ...choice, between: ['$1::date', '$2::date'] }),
    [startOn, endOn],
  );
  return rows.map(({ department_id: departmentId, period, part, ...sums }) => ({
    departmentId: String(departmentId),
    period: String(period),
    part: part || null,
    sums: Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, Number(value)])),
  }));
}

/** A tenth of the answers come with one of 100 people, who answer whichever department and month. */
export async function nameSomePeople(sql: Sql): Promise<void> {
  await sql`
    with numbered as (
      select feedback_id, occurred_at, row_number() over (order by occurred_at, feedback_id) as n from feedback
    )
    update feedback f set respondent_key = md5('person ' || (n / 10 * 7919 % 100))::uuid
    from numbered
    where numbered.feedback_id = f.feedback_id and numbered.occurred_at = f.occurred_at and n % 10 = 0`;
}
