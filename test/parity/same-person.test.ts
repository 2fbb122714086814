import { describe, expect, it } from 'vitest';
import { type Role, securityContextOf } from '../../domain/access';
import { getScorecardGrid, indicatorValue, listScorecardGroups } from '../../domain/analytics';
import { getMetrics } from '../../domain/analytics/get-metric';
import { type ScorecardQuestion } from '../../domain/analytics/scorecard-query';
import { indexSamePerson, samePersonQuery } from '../../domain/analytics/same-person-query';
import type { SemanticLayer } from '../../platform/semantic';
import { parsePeriod } from '../../universal/period';
import { meanInterval } from '../../universal/statistics/mean-interval';
import { npsSample } from '../../universal/statistics/sample';
import { aViewer } from '../factories/viewer';
import type { OwnDatabase } from '../harness/use-database';
import { nameSomePeople, samePersonByHand } from './same-person-sql';
import { rowKey, scorecardByHand } from './scorecard-sql';
import { TIME_ZONE, useSemanticDatabase } from './semantic-database';

const semantic = useSemanticDatabase({ template: 'template_seeded', fill });
const { database } = semantic;

async function fill({ sql }: OwnDatabase): Promise<void> {
  await nameSomePeople(sql);
  await sql`
    update feedback set is_held = true
    where feedback_id in (select feedback_id from feedback where respondent_key is not null order by feedback_id limit 90)`;
  await sql`select collect_changes()`;
  await sql`analyze feedback`;
}

const asViewer = (roles: readonly Role[]) =>
  database.as(aViewer({ roles: [...roles] }), { semantic: semantic.withRollups }).ctx;

const spans: Record<
  string,
  Pick<ScorecardQuestion, 'startOn' | 'endOn' | 'granularity' | 'breakdown'>
> = {
  'a year by month': { startOn: '2025-11-01', endOn: '2026-10-31', granularity: 'month' },
  'two years by quarter': { startOn: '2024-10-01', endOn: '2026-12-31', granularity: 'quarter' },
  'years as a whole': { startOn: '2024-01-01', endOn: '2026-12-31', granularity: 'year' },
  'one quarter': { startOn: '2026-07-01', endOn: '2026-09-30' },
  'freely chosen days': { startOn: '2026-03-20', endOn: '2026-10-25' },
  'a quarter by touchpoint': {
    startOn: '2026-07-01',
    endOn: '2026-09-30',
    breakdown: 'touchpoint_id',
  },
  'freely chosen days by channel': {
    startOn: '2026-03-29',
    endOn: '2026-08-09',
    breakdown: 'channel',
  },
};

describe.each(['withRollups', 'fromFacts'] as const)('answers of one person, %s', (kind) => {
  it.each(Object.entries(spans))('in %s are the pairs that SQL finds', async (_name, span) => {
    const layer: SemanticLayer = semantic[kind];
    const ctx = asViewer(['executive']);
    const question: ScorecardQuestion = {
      ...span,
      metrics: await getMetrics(ctx, ['nps', 'csat', 'ces', 'response_count']),
      timeZone: TIME_ZONE,
    };
    const security = securityContextOf(ctx.viewer, ctx.organisation.organisationId);
    const rows = await layer.load(samePersonQuery(question)!, security);
    const byHand = await samePersonByHand(database.sql, {
      startOn: span.startOn,
      endOn: span.endOn,
      period: span.granularity,
      part: span.breakdown,
    });
    expect(rows).toHaveLength(byHand.length);
    expect(byHand.length).toBeGreaterThan(10);
    const found = indexSamePerson(rows, question);
    for (const { departmentId, period, part, sums } of byHand) {
      for (const key of ['nps', 'csat', 'ces'] as const) {
        expect(
          found([departmentId, period || null, part], key),
          `${key} of ${departmentId}`,
        ).toEqual({
          repeats: sums[`${key}_repeats`],
          pairs: sums[`${key}_pairs`],
          pairSum: sums[`${key}_pair_sum`],
          pairProduct: sums[`${key}_pair_product`],
        });
      }
      expect(found([departmentId, period || null, part], 'feedback')?.repeats).toBe(
        sums['feedback_repeats'],
      );
    }
  });

  it('are shown to a head of the departments headed and to nobody without any', async () => {
    const layer: SemanticLayer = semantic[kind];
    const ctx = asViewer(['executive']);
    const [stores] = await database.sql<{ id: string }[]>`
      select department_id::text as id from department where code = 'STORES'`;
    const question: ScorecardQuestion = {
      startOn: '2026-07-01',
      endOn: '2026-09-30',
      metrics: await getMetrics(ctx, ['nps']),
      timeZone: TIME_ZONE,
    };
    const ask = (viewer: ReturnType<typeof aViewer>) =>
      layer.load(samePersonQuery(question)!, securityContextOf(viewer, 'test'));
    const head = aViewer({ roles: ['department_head'], headedDepartmentIds: [stores!.id] });
    const seen = (await ask(head)).map((row) => row['same_person_pairs_quarters.department_id']);
    expect(seen).toEqual([stores!.id]);
    expect(await ask(aViewer({ roles: ['case_owner'] }))).toEqual([]);
  });
});

describe('a scorecard', () => {
  it.each(['2026-Q3', '2026-10', '2026-04-05_2026-09-12', '2026'])(
    'of %s says how many people answered, and its intervals are by person',
    async (key) => {
      const { startOn, endOn } = parsePeriod(key)!;
      const grid = await getScorecardGrid(asViewer(['executive']), {
        period: key,
        comparison: 'none',
      });
      const counts = await scorecardByHand(database.sql, { startOn, endOn, departmentIds: 'all' });
      const pairs = new Map(
        (await samePersonByHand(database.sql, { startOn, endOn })).map((row) => [
          row.departmentId,
          row.sums,
        ]),
      );
      let wider = 0;
      for (const { department, lines } of grid.rows) {
        const { current } = lines.find(({ metric }) => metric.key === 'nps')!;
        const hand = counts.get(rowKey(department.departmentId, null, null));
        const sums = pairs.get(department.departmentId);
        expect(current.people).toBe((hand?.['nps_n'] ?? 0) - (sums?.['nps_repeats'] ?? 0));
        if (current.value === null || !hand) continue;
        const plain = {
          promoters: hand['promoters']!,
          detractors: hand['detractors']!,
          n: hand['nps_n']!,
        };
        expect(current.interval).toEqual(
          meanInterval(
            npsSample({
              ...plain,
              ...(sums && {
                samePerson: {
                  repeats: sums['nps_repeats']!,
                  pairs: sums['nps_pairs']!,
                  pairSum: sums['nps_pair_sum']!,
                  pairProduct: sums['nps_pair_product']!,
                },
              }),
            }),
          ),
        );
        const alone = meanInterval(npsSample(plain))!;
        if (current.interval!.high - current.interval!.low > alone.high - alone.low + 0.1)
          wider += 1;
      }
      expect(wider).toBeGreaterThan(0);
    },
  );

  it('of touchpoints counts each one’s people', async () => {
    const ctx = asViewer(['executive']);
    const [root] = await database.sql<{ id: string }[]>`
      select department_id::text as id from department where parent_department_id is null`;
    const groups = await listScorecardGroups(ctx, {
      departmentId: root!.id,
      metrics: await getMetrics(ctx, ['nps']),
      period: parsePeriod('2026-Q3')!,
      comparison: 'none',
      breakdown: 'touchpoint_id',
    });
    const byHand = await samePersonByHand(database.sql, {
      startOn: '2026-07-01',
      endOn: '2026-09-30',
      part: 'touchpoint_id',
    });
    expect(groups.length).toBeGreaterThan(5);
    for (const { key, lines } of groups) {
      const sums = byHand.find((row) => row.departmentId === root!.id && row.part === key)?.sums;
      expect(lines[0]!.current.n - lines[0]!.current.people).toBe(sums?.['nps_repeats'] ?? 0);
    }
  });

  it('gives a review what answers are worth, and both questions that were asked', async () => {
    const [root] = await database.sql<{ id: string }[]>`
      select department_id::text as id from department where parent_department_id is null`;
    const { values, query, peopleQuery } = await indicatorValue(asViewer(['hr']), {
      metricKey: 'csat',
      departmentIds: [root!.id],
      period: { startOn: '2026-01-01', endOn: '2026-12-31' },
    });
    expect(values[0]!.people).toBeLessThan(values[0]!.n);
    expect(values[0]!.effectiveN).toBeLessThan(values[0]!.n);
    expect(query.measures).toContain('department_scorecard.csat_n');
    expect(peopleQuery?.measures).toContain('same_person_pairs_years.csat_pairs');
  });
});
