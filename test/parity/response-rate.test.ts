import { describe, expect, it } from 'vitest';
import { securityContextOf } from '../../domain/access';
import { newId } from '../../platform/ids';
import type { OwnDatabase } from '../harness/use-database';
import { TIME_ZONE, useSemanticDatabase } from './semantic-database';
import { aViewer } from '../factories/viewer';

const semantic = useSemanticDatabase({ template: 'template_migrated', fill });

/** Invitations every four hours of three months around the change of the clock, each in one of two departments. */
async function fill({ sql }: OwnDatabase): Promise<void> {
  const [top, left, right, survey, version, touchpoint] = Array.from({ length: 6 }, newId) as [
    string,
    ...string[],
  ];
  await sql`
    insert into department (department_id, code, name_en, name_zh, parent_department_id)
    values (${top}, 'TOP', 'Top', '总部', null), (${left!}, 'L', 'Left', '左', ${top}), (${right!}, 'R', 'Right', '右', ${top})`;
  await sql`
    insert into department_closure (ancestor_id, descendant_id, depth)
    select department_id, department_id, 0 from department
    union all select ${top}::uuid, department_id, 1 from department where department_id <> ${top}::uuid`;
  await sql`insert into survey (survey_id, audience, name_en, name_zh) values (${survey!}, 'customer', 'S', '问卷')`;
  await sql`insert into survey_version (survey_version_id, survey_id, version) values (${version!}, ${survey!}, 1)`;
  await sql`
    insert into touchpoint (touchpoint_id, code, name_en, name_zh, owner_department_id)
    values (${touchpoint!}, 'visit', 'Visit', '到店', ${left!})`;
  await sql`
    select ensure_month_partition('invitation', month::date)
    from generate_series(timestamp '2026-08-01', timestamp '2026-12-01', interval '1 month') as month`;
  await sql`
    insert into invitation (invitation_id, sent_at, survey_version_id, touchpoint_id, department_id, channel, variant, is_delivered, answered_at)
    select gen_random_uuid(), timestamptz '2026-09-01' + n * interval '4 hours', ${version!}, ${touchpoint!},
           case when n % 3 = 0 then ${left!}::uuid else ${right!}::uuid end, 'mail', case when n % 2 = 0 then 'a' else 'b' end,
           n % 10 <> 0, case when n % 4 = 0 then timestamptz '2026-12-01' end
    from generate_series(0, 540) as n`;
}

describe.each(['withRollups', 'fromFacts'] as const)('the response rate (%s)', (kind) => {
  it('equals answered ÷ delivered by hand, month by month', async () => {
    const view = (member: string) => `response_rate.${member}`;
    const rows = await semantic[kind].load(
      {
        measures: ['delivered', 'answered', 'response_rate'].map(view),
        dimensions: [view('department_id')],
        timeDimensions: [
          {
            dimension: view('sent_at'),
            granularity: 'month',
            dateRange: ['2026-09-01', '2026-11-30'],
          },
        ],
        timezone: TIME_ZONE,
      },
      securityContextOf(aViewer({ roles: ['executive'] }), 'test'),
    );
    const byHand = await semantic.database.sql`
      select c.ancestor_id::text as department_id,
             to_char(date_trunc('month', i.sent_at at time zone ${TIME_ZONE}), 'YYYY-MM-DD') as month,
             (count(*) filter (where i.is_delivered))::int as delivered,
             (count(*) filter (where i.is_delivered and i.answered_at is not null))::int as answered
      from invitation i join department_closure c on c.descendant_id = i.department_id
      where (i.sent_at at time zone ${TIME_ZONE})::date between '2026-09-01' and '2026-11-30'
      group by 1, 2 order by 1, 2`;
    const got = rows
      .map((row) => ({
        department_id: row[view('department_id')],
        month: String(row[view('sent_at.month')]).slice(0, 10),
        delivered: row[view('delivered')],
        answered: row[view('answered')],
      }))
      .sort((a, b) => `${a.department_id}${a.month}`.localeCompare(`${b.department_id}${b.month}`));
    expect(got).toEqual([...byHand]);
    for (const row of rows) {
      const rate = (100 * Number(row[view('answered')])) / Number(row[view('delivered')]);
      expect(row[view('response_rate')]).toBeCloseTo(rate, 9);
    }
  });
});
