import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { securityContextOf, systemViewer } from '../../domain/access';
import { measureIndicator } from '../../domain/appraisal';
import { archiveDepartment, moveDepartment, restoreDepartment } from '../../domain/organisation';
import { newId } from '../../platform/ids';
import type { SemanticLayer, SemanticQuery, SemanticRow } from '../../platform/semantic';
import { actAs } from '../harness/act-as';
import { testContext, testOrganisation } from '../harness/test-context';
import type { OwnDatabase } from '../harness/use-database';
import { rowKey, scorecardByHand } from './scorecard-sql';
import { TIME_ZONE, useSemanticDatabase } from './semantic-database';
import { aViewer } from '../factories/viewer';

const [top, north, south, shop, stall] = [newId(), newId(), newId(), newId(), newId()];
const semantic = useSemanticDatabase({ template: 'template_migrated', fill });

/** Two regions under one roof; a shop with a stall below it, in the north. Answers of eight months, some at the turn of a day. */
async function fill({ sql }: OwnDatabase): Promise<void> {
  await sql`update organisation set time_zone = ${TIME_ZONE}`;
  await sql`
    insert into department (department_id, code, name_en, name_zh, parent_department_id) values
      (${top}, 'TOP', 'Top', '总部', null), (${north}, 'NORTH', 'North', '北区', ${top}), (${south}, 'SOUTH', 'South', '南区', ${top}),
      (${shop}, 'SHOP', 'Shop', '门店', ${north}), (${stall}, 'STALL', 'Stall', '摊位', ${shop})`;
  await sql`
    select ensure_month_partition(fact, month::date)
    from generate_series(timestamp '2026-03-01', timestamp '2026-12-01', interval '1 month') as month,
         unnest(array['feedback', 'invitation']) as fact`;
  await sql`
    insert into feedback (feedback_id, occurred_at, department_id, channel, source, nps_score, csat_score, ces_score)
    select gen_random_uuid(), timestamptz '2026-03-20 22:30Z' + n * interval '11 hours', d.department_id, 'api', 'survey',
           n % 11, 1 + n % 5, 1 + n % 7
    from department d, generate_series(0, 500) as n where d.code in ('SHOP', 'STALL', 'SOUTH')`;
  const [survey, version, touchpoint] = [newId(), newId(), newId()];
  await sql`insert into survey (survey_id, audience, name_en, name_zh) values (${survey}, 'customer', 'S', '问卷')`;
  await sql`insert into survey_version (survey_version_id, survey_id, version) values (${version}, ${survey}, 1)`;
  await sql`
    insert into touchpoint (touchpoint_id, code, name_en, name_zh, owner_department_id) values (${touchpoint}, 'visit', 'Visit', '到店', ${shop})`;
  await sql`
    insert into invitation (invitation_id, sent_at, survey_version_id, touchpoint_id, department_id, channel, is_delivered)
    select gen_random_uuid(), timestamptz '2026-03-20 22:30Z' + n * interval '1 day', ${version}, ${touchpoint}, ${shop}, 'mail', n % 9 <> 0
    from generate_series(0, 220) as n`;
}

const executive = securityContextOf(aViewer({ roles: ['executive'] }), 'test');
const period = ['2026-03-01', '2026-11-30'] as const;
const text = (value: unknown) => (typeof value === 'string' ? value : null);

function scorecard(granularity: 'month' | 'day'): SemanticQuery {
  return {
    measures: ['feedback_count', 'nps_n', 'nps', 'ces_sum'].map(
      (name) => `department_scorecard.${name}`,
    ),
    dimensions: ['department_scorecard.department_id'],
    timeDimensions: [
      { dimension: 'department_scorecard.occurred_at', granularity, dateRange: period },
    ],
    limit: 50_000,
    timezone: TIME_ZONE,
  };
}

async function expectNumbersOfEachDay(layer: SemanticLayer): Promise<void> {
  for (const granularity of ['month', 'day'] as const) {
    const [startOn, endOn] = period;
    const byHand = await scorecardByHand(semantic.database.sql, {
      startOn,
      endOn,
      granularity,
      departmentIds: 'all',
    });
    const rows = await layer.load(scorecard(granularity), executive);
    const lines = (row: Readonly<Record<string, unknown>>, prefix = '') =>
      ['feedback_count', 'nps_n', 'nps', 'ces_sum']
        .map((name) => Number(row[`${prefix}${name}`]).toFixed(6))
        .join('|');
    const got = rows.map((row) => {
      const month = text(row[`department_scorecard.occurred_at.${granularity}`]);
      const department = text(row['department_scorecard.department_id']);
      return `${rowKey(department, month?.slice(0, 10) ?? null, null)} ${lines(row, 'department_scorecard.')}`;
    });
    expect(got.sort()).toEqual([...byHand].map(([key, row]) => `${key} ${lines(row)}`).sort());
  }
}

const lastDayOf = (month: string) =>
  DateTime.fromISO(`${month}-01`, { zone: 'utc' }).endOf('month').toISODate() ?? '';

async function invitedIn(layer: SemanticLayer, month: string): Promise<Record<string, number>> {
  const rows: SemanticRow[] = await layer.load(
    {
      measures: ['response_rate.delivered'],
      dimensions: ['response_rate.department_id'],
      timeDimensions: [
        {
          dimension: 'response_rate.sent_at',
          granularity: 'month',
          dateRange: [`${month}-01`, lastDayOf(month)],
        },
      ],
      timezone: TIME_ZONE,
    },
    executive,
  );
  return Object.fromEntries(
    rows.map((row) => [
      String(row['response_rate.department_id']),
      Number(row['response_rate.delivered']),
    ]),
  );
}

const administrator = () => actAs(semantic.database.db, aViewer({ roles: ['administrator'] })).ctx;
const move = (departmentId: string, parentDepartmentId: string, from?: string) =>
  moveDepartment(administrator(), { departmentId, parentDepartmentId, ...(from ? { from } : {}) });

async function expectNumbersEverywhere(): Promise<void> {
  for (const layer of [semantic.withRollups, semantic.fromFacts]) {
    await layer.refresh();
    await expectNumbersOfEachDay(layer);
  }
}

async function builtTables(): Promise<string[]> {
  const rows = await semantic.database.sql<{ name: string }[]>`
    select table_name as name from mart_rollup.published_rollup`;
  return rows.map(({ name }) => name);
}

describe('a department that moves', () => {
  it('counts on each day where it lay on that day, at every step there and back', async () => {
    await expectNumbersEverywhere();
    for (const parent of [south, north, south]) {
      await move(shop, parent);
      await expectNumbersEverywhere();
    }
    await move(shop, north);
    await expectNumbersEverywhere();
  });

  it('can be moved back to a day at which a month begins, one amid a month and one long past, and all of it be undone', async () => {
    await move(shop, south, '2026-07-01');
    await expectNumbersEverywhere();
    await move(stall, south, '2026-05-17');
    await expectNumbersEverywhere();
    await move(shop, top, '2026-04-10');
    await expectNumbersEverywhere();
    for (const day of ['2026-04-10', '2026-07-01']) await move(shop, north, day);
    await move(stall, shop, '2026-05-17');
    await move(shop, north);
    await expectNumbersEverywhere();
  });

  it('and comes back within the same moment leaves every number as it was', async () => {
    await expectNumbersEverywhere();
    await move(shop, south, '2026-06-01');
    await move(shop, north, '2026-06-01');
    await expectNumbersEverywhere();
  });

  it('rebuilds the months since its day, and no month before', async () => {
    await semantic.withRollups.refresh();
    const before = new Set(await builtTables());
    await move(shop, south, '2026-09-01');
    await semantic.withRollups.refresh();
    const monthsBuilt = (await builtTables())
      .filter((name) => !before.has(name))
      .flatMap((name) => /own_month(\d{6})/.exec(name)?.[1] ?? [])
      .sort();
    expect(monthsBuilt.length).toBeGreaterThan(0);
    // The night before the day may belong to another day in UTC, so the month it lies in is looked at again.
    expect(monthsBuilt.filter((month) => month < '202608')).toEqual([]);
    await move(shop, north, '2026-09-01');
    await expectNumbersEverywhere();
  });

  it('takes its invitations along from that day on', async () => {
    await move(shop, south, '2026-09-01');
    for (const layer of [semantic.withRollups, semantic.fromFacts]) {
      await layer.refresh();
      expect(await invitedIn(layer, '2026-08')).not.toHaveProperty(south);
      const september = await invitedIn(layer, '2026-09');
      expect(september[south]).toBe(september[shop]);
      expect(september[south]).toBeGreaterThan(0);
      expect(september).not.toHaveProperty(north);
    }
    await move(shop, north, '2026-09-01');
    await semantic.withRollups.refresh();
  });

  it('moves no number when it is archived and brought back', async () => {
    await archiveDepartment(administrator(), { departmentId: stall });
    await expectNumbersEverywhere();
    await restoreDepartment(administrator(), { departmentId: stall });
    await expectNumbersEverywhere();
  });

  it('moves no number of a touchpoint that gets another owner', async () => {
    await semantic.database.sql`update touchpoint set owner_department_id = ${south}`;
    await expectNumbersEverywhere();
  });
});

describe('readers', () => {
  it('never see months of two trees in one answer while roll-ups are built', async () => {
    const { sql } = semantic.database;
    const sums = async () => {
      const rows = await semantic.withRollups.load(
        {
          ...scorecard('month'),
          filters: [
            { member: 'department_scorecard.department_id', operator: 'equals', values: [north] },
          ],
        },
        executive,
      );
      return rows.filter((row) => Number(row['department_scorecard.feedback_count']) > 0).length;
    };
    await semantic.withRollups.refresh();
    const all = await sums();
    await move(shop, south, '2026-03-01');
    let isBuilt = false;
    const building = semantic.withRollups.refresh().finally(() => (isBuilt = true));
    const seen = new Set<number>();
    while (!isBuilt) {
      seen.add(await sums());
      // What is remembered is answered at once: let the build have its turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await building;
    expect(await sums()).toBe(0);
    expect([...seen].filter((count) => count !== all && count !== 0)).toEqual([]);
    await move(shop, north, '2026-03-01');
    await expectNumbersEverywhere();
    expect(
      (await sql`select from department_parent_period where department_id = ${shop}`).length,
    ).toBe(1);
  });

  it('are answered from roll-ups, the facts untouched', async () => {
    const { sql } = semantic.database;
    await semantic.withRollups.refresh();
    await sql`revoke select on mart.feedback, mart.invitation from tandem_mart_reader`;
    try {
      const view = (name: string) => `department_scorecard.${name}`;
      const listed = { ...executive, departmentIds: [north, shop] };
      for (const security of [executive, listed])
        for (const [breakdown, granularity] of [
          [[], 'month'],
          [[], 'quarter'],
          [[], 'year'],
          [[], 'week'],
          [[], 'day'],
          [[], undefined],
          [['touchpoint_id'], undefined],
          [['channel'], 'month'],
        ] as const) {
          const rows = await semantic.withRollups.load(
            {
              measures: ['feedback_count', 'nps', 'csat_percent', 'ces_mean'].map(view),
              dimensions: ['department_id', ...breakdown].map(view),
              timeDimensions: [
                {
                  dimension: view('occurred_at'),
                  dateRange: ['2026-04-03', '2026-08-20'],
                  ...(granularity ? { granularity } : {}),
                },
              ],
              timezone: TIME_ZONE,
            },
            security,
          );
          expect(rows.length).toBeGreaterThan(0);
        }
      expect(await invitedIn(semantic.withRollups, '2026-08')).toHaveProperty(shop);
    } finally {
      await sql`grant select on mart.feedback, mart.invitation to tandem_mart_reader`;
    }
  });
});

describe('evidence', () => {
  const measure = (layer: Pick<SemanticLayer, 'load'> & Partial<SemanticLayer>) =>
    measureIndicator(
      testContext(semantic.database.db, systemViewer, {
        organisation: { ...testOrganisation, timeZone: TIME_ZONE },
        semantic: layer as SemanticLayer,
      }),
      {
        metricKey: 'csat',
        departmentIds: [north, south],
        period: { startOn: '2026-03-01', endOn: '2026-10-31' },
      },
    );

  it('is refused where the number counts other responses than those that contribute', async () => {
    await semantic.withRollups.refresh();
    await measure(semantic.withRollups);
    await move(shop, south, '2026-08-01');
    const old: Pick<SemanticLayer, 'load'> = {
      load: (...question) => semantic.withRollups.load(...question),
    };
    await expect(measure(old)).rejects.toMatchObject({
      name: 'EvidenceDisagrees',
      code: 'UNAVAILABLE',
    });
  });

  it('is measured again once the roll-ups are up to date', async () => {
    await move(shop, north, '2026-08-01');
    await move(shop, south, '2026-06-11');
    const measured = await measure(semantic.withRollups);
    for (const departmentId of [north, south]) {
      expect(measured.of(departmentId).n).toBe(measured.fingerprintOf(departmentId).responseCount);
    }
    expect(measured.of(south).n).toBeGreaterThan(measured.of(north).n);
  });
});
