import { describe, expect, it } from 'vitest';
import type { SignedInViewer } from '../../domain/access';
import {
  getDepartmentScorecard,
  getOpeningPeriod,
  getScorecardGrid,
  indicatorValue,
  listScorecardGroups,
} from '../../domain/analytics';
import { newId } from '../../platform/ids';
import { aViewer } from '../factories/viewer';
import { rowKey, scorecardByHand } from './scorecard-sql';
import { useSemanticDatabase } from './semantic-database';

const semantic = useSemanticDatabase({ template: 'template_seeded' });
const { database } = semantic;

const ctxOf = (viewer: SignedInViewer) =>
  database.as(viewer, { semantic: semantic.withRollups }).ctx;
const executive = () => ctxOf(aViewer({ roles: ['executive'] }));

async function departmentId(code: string): Promise<string> {
  const query = database.db
    .selectFrom('department')
    .select('department_id')
    .where('code', '=', code);
  return (await query.executeTakeFirstOrThrow()).department_id;
}

const head = async (code: string) => {
  const id = await departmentId(code);
  return ctxOf(aViewer({ roles: ['department_head'], headedDepartmentIds: [id] }));
};

describe('the grid', () => {
  it.each([
    { period: '2026-Q3', from: ['2026-07-01', '2026-09-30'], before: ['2026-04-01', '2026-06-30'] },
    { period: '2026-10', from: ['2026-10-01', '2026-10-31'], before: ['2026-09-01', '2026-09-30'] },
    {
      period: '2026-10-15_2026-11-13',
      from: ['2026-10-15', '2026-11-13'],
      before: ['2026-09-15', '2026-10-14'],
    },
    // Running on the day of the tests: against the same stretch of the one before.
    { period: '2026-Q4', from: ['2026-10-01', '2026-12-31'], before: ['2026-07-01', '2026-08-16'] },
    { period: '2026-11', from: ['2026-11-01', '2026-11-30'], before: ['2026-10-01', '2026-10-16'] },
  ] as const)(
    'of $period shows what SQL gives, now and before',
    async ({ period, from, before }) => {
      const byHand = ([startOn, endOn]: readonly [string, string]) =>
        scorecardByHand(database.sql, { startOn, endOn, departmentIds: 'all' });
      const [now, then] = [await byHand(from), await byHand(before)];
      const grid = await getScorecardGrid(executive(), { period, comparison: 'previous' });
      expect(grid.rows).toHaveLength(24);
      for (const { department, lines } of grid.rows) {
        const key = rowKey(department.departmentId, null, null);
        const nps = lines.find(({ metric }) => metric.key === 'nps')!;
        expect(nps.current.n, department.code).toBe(now.get(key)?.['nps_n'] ?? 0);
        expect(nps.previous!.n, department.code).toBe(then.get(key)?.['nps_n'] ?? 0);
        if (nps.current.isTooFew || nps.previous!.isTooFew) {
          expect(nps.change).toBeNull();
          continue;
        }
        expect(nps.current.value).toBeCloseTo(now.get(key)!['nps']!, 9);
        expect(nps.change!.difference).toBeCloseTo(
          now.get(key)!['nps']! - then.get(key)!['nps']!,
          9,
        );
      }
    },
  );

  it('says of a running quarter what passed of it, what it is compared with, and which point is partial', async () => {
    const ask = (comparison: 'previous' | 'year') =>
      getScorecardGrid(executive(), { period: '2026-Q4', comparison });
    const grid = await ask('previous');
    expect([grid.periodSoFar.key, grid.comparedWith?.key]).toEqual([
      '2026-10-01_2026-11-16',
      '2026-07-01_2026-08-16',
    ]);
    const trend = grid.rows[0]!.lines[0]!.trend;
    expect(trend.map(({ isPartial }) => isPartial)).toEqual(trend.map((_, at) => at === 11));
    expect((await ask('year')).comparedWith?.key).toBe('2025-10-01_2025-11-16');
  });

  it('opens with the running quarter of those who see answers in it', async () => {
    expect((await getOpeningPeriod(executive())).key).toBe('2026-Q4');
    expect((await getOpeningPeriod(await head('HO-PEOPLE'))).key).toBe('2026-Q3');
  });

  it('shows a head nothing but the departments headed', async () => {
    const grid = await getScorecardGrid(await head('SV-CONTACT'), {
      period: '2026-Q3',
      comparison: 'none',
    });
    expect(grid.rows.map(({ department }) => department.code)).toEqual(['SV-CONTACT']);
  });

  it('asks for a period it can read', async () => {
    const asked = getScorecardGrid(executive(), { period: 'last week', comparison: 'none' });
    await expect(asked).rejects.toMatchObject({ code: 'INVALID', fields: [{ path: ['period'] }] });
  });
});

describe('a department’s scorecard', () => {
  const ask = (ctx: ReturnType<typeof executive>, id: string) =>
    getDepartmentScorecard(ctx, { departmentId: id, period: '2026-Q3', comparison: 'previous' });

  it('of somebody else looks like one that does not exist', async () => {
    const ctx = await head('SV-CONTACT');
    const foreign = await ask(ctx, await departmentId('STORES')).catch((error: unknown) => error);
    const absent = await ask(ctx, newId()).catch((error: unknown) => error);
    expect(foreign).toMatchObject({ code: 'NOT_FOUND' });
    expect(foreign).toEqual(absent);
  });

  it('adds up to its touchpoints and to its channels', async () => {
    const departmentIdOfService = await departmentId('SERVICE');
    const { lines, metrics, period } = await ask(executive(), departmentIdOfService);
    for (const breakdown of ['touchpoint_id', 'channel'] as const) {
      const request = {
        departmentId: departmentIdOfService,
        metrics,
        period,
        comparison: 'none',
        breakdown,
      } as const;
      const groups = await listScorecardGroups(executive(), request);
      for (const [index, line] of lines.entries()) {
        const sum = groups.reduce((total, group) => total + group.lines[index]!.current.n, 0);
        expect(sum, `${line.metric.key} by ${breakdown}`).toBe(line.current.n);
      }
    }
  });

  it('withholds a value that too few answered', async () => {
    const scorecard = await getDepartmentScorecard(executive(), {
      departmentId: await departmentId('ST-WHITBY'),
      period: '2026-09-07_2026-09-08',
      comparison: 'none',
    });
    const nps = scorecard.lines.find(({ metric }) => metric.key === 'nps')!;
    expect(nps.current).toMatchObject({ isTooFew: true, value: null, interval: null });
    expect(nps.status).toBe('unknown');
  });
});

describe('an indicator’s value', () => {
  it('comes for many departments at once, equals the grid, and its query gives it again', async () => {
    const codes = ['STORES', 'SERVICE', 'HO-PEOPLE'];
    const departmentIds = await Promise.all(codes.map(departmentId));
    const ctx = ctxOf(aViewer({ roles: ['hr'] }));
    const period = { startOn: '2026-07-01', endOn: '2026-09-30' };
    const indicator = await indicatorValue(ctx, { metricKey: 'csat', departmentIds, period });
    const grid = await getScorecardGrid(executive(), {
      period: '2026-Q3',
      comparison: 'none',
      metricKeys: ['csat'],
    });
    for (const [index, value] of indicator.values.entries()) {
      const row = grid.rows.find(
        ({ department }) => department.departmentId === departmentIds[index],
      )!;
      expect(value).toEqual({ departmentId: departmentIds[index], ...row.lines[0]!.current });
    }
    expect(indicator.values[2]).toMatchObject({ n: 0, value: null });
    expect(indicator.metricVersion).toBe(1);
    const again = await semantic.fromFacts.load(indicator.query, {
      organisationId: 'any',
      roles: [],
      departmentIds: 'all',
      pulseDepartmentIds: [],
    });
    const stores = again.find(
      (row) => row['department_scorecard.department_id'] === departmentIds[0],
    );
    expect(stores?.['department_scorecard.csat_percent']).toBeCloseTo(
      indicator.values[0]!.value!,
      9,
    );
  });
});
