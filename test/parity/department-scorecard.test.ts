import { describe, expect, it } from 'vitest';
import { type Role, securityContextOf, type Viewer } from '../../domain/access';
import type { SemanticLayer, SemanticQuery, SemanticRow } from '../../platform/semantic';
import type { OwnDatabase } from '../harness/use-database';
import {
  type ExpectedQuestion,
  type ExpectedRows,
  rowKey,
  scorecardByHand,
  scorecardExpressions,
} from './scorecard-sql';
import { TIME_ZONE, useSemanticDatabase } from './semantic-database';
import { aViewer } from '../factories/viewer';

const { database, ...layers } = withLayers();

function withLayers() {
  const semantic = useSemanticDatabase({ template: 'template_seeded', fill });
  return {
    database: semantic.database,
    'with roll-ups': () => semantic.withRollups,
    'from the facts': () => semantic.fromFacts,
  };
}

/** Nights on which the clock of London changes, and ends of months that fall on another day in UTC. */
const NIGHTS = [
  '2026-03-28',
  '2026-10-24',
  '2025-03-29',
  '2025-10-25',
  '2026-03-31',
  '2026-10-31',
  '2025-12-31',
];

async function fill({ sql }: OwnDatabase): Promise<void> {
  for (const night of NIGHTS) {
    await sql`
      insert into feedback (feedback_id, occurred_at, department_id, touchpoint_id, channel, source, nps_score, csat_score, ces_score)
      select gen_random_uuid(), ${`${night}T20:00:00Z`}::timestamptz + n * interval '10 minutes', owner_department_id, touchpoint_id,
             'open_link', 'survey', n % 11, nullif(n % 6, 0), nullif(n % 8, 0)
      from touchpoint, generate_series(0, 60) as n`;
  }
  await sql`
    update feedback set is_held = true
    where feedback_id in (select feedback_id from feedback order by feedback_id limit 500)`;
  await sql`analyze feedback`;
}

const view = (member: string) => `department_scorecard.${member}`;
const measureNames = Object.keys(scorecardExpressions);

function cubeQuery({ startOn, endOn, granularity, breakdown }: ExpectedQuestion): SemanticQuery {
  return {
    measures: measureNames.map(view),
    dimensions: breakdown ? [view('department_id'), view(breakdown)] : [view('department_id')],
    timeDimensions: [
      {
        dimension: view('occurred_at'),
        dateRange: [startOn, endOn],
        ...(granularity ? { granularity } : {}),
      },
    ],
    limit: 50_000,
    timezone: TIME_ZONE,
  };
}

function rowsByKey(rows: readonly SemanticRow[], question: ExpectedQuestion): ExpectedRows {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return new Map(
    rows.map((row) => [
      rowKey(
        text(row[view('department_id')]),
        question.granularity
          ? (text(row[view(`occurred_at.${question.granularity}`)])?.slice(0, 10) ?? null)
          : null,
        question.breakdown ? text(row[view(question.breakdown)]) : null,
      ),
      Object.fromEntries(measureNames.map((name) => [name, row[view(name)] as number | null])),
    ]),
  );
}

function expectSameNumbers(actual: ExpectedRows, expected: ExpectedRows): void {
  expect([...actual.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [key, values] of expected) {
    for (const name of measureNames) {
      const [got, wanted] = [actual.get(key)![name]!, values[name]!];
      if (wanted === null) expect(got, `${name} of ${key}`).toBeNull();
      else
        expect(Math.abs(got - wanted), `${name} of ${key}: ${got}, by hand ${wanted}`).toBeLessThan(
          1e-6,
        );
    }
  }
}

async function departmentId(code: string): Promise<string> {
  const { department_id: id } = await database.db
    .selectFrom('department')
    .select('department_id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return id;
}

async function subtreeOf(code: string): Promise<string[]> {
  const rows = await database.db
    .selectFrom('department_closure')
    .select('descendant_id')
    .where('ancestor_id', '=', await departmentId(code))
    .execute();
  return rows.map((row) => row.descendant_id);
}

const questions: Record<string, Omit<ExpectedQuestion, 'departmentIds'>> = {
  'a year by month': { startOn: '2025-11-01', endOn: '2026-10-31', granularity: 'month' },
  'two years by quarter': { startOn: '2024-10-01', endOn: '2026-12-31', granularity: 'quarter' },
  'years as a whole': { startOn: '2024-01-01', endOn: '2026-12-31', granularity: 'year' },
  'days around the change to summer time': {
    startOn: '2026-03-27',
    endOn: '2026-04-02',
    granularity: 'day',
  },
  'days around the change from summer time': {
    startOn: '2026-10-23',
    endOn: '2026-11-02',
    granularity: 'day',
  },
  'the night the clock went back, as one day': { startOn: '2026-10-25', endOn: '2026-10-25' },
  'the night the clock went forward, as one day': { startOn: '2026-03-29', endOn: '2026-03-29' },
  'freely chosen days': { startOn: '2026-02-17', endOn: '2026-04-09' },
  'a quarter by touchpoint': {
    startOn: '2026-07-01',
    endOn: '2026-09-30',
    breakdown: 'touchpoint_id',
  },
  'freely chosen days by channel': {
    startOn: '2026-03-20',
    endOn: '2026-10-25',
    breakdown: 'channel',
  },
};

describe.each(['with roll-ups', 'from the facts'] as const)('the scorecard %s', (kind) => {
  const layer = (): SemanticLayer => layers[kind]();

  async function askAs(
    viewer: Viewer,
    question: Omit<ExpectedQuestion, 'departmentIds'>,
  ): Promise<ExpectedRows> {
    const full = { ...question, departmentIds: 'all' as const };
    return rowsByKey(await layer().load(cubeQuery(full), securityContextOf(viewer, 'aster')), full);
  }

  it.each(Object.entries(questions))(
    'of all departments equals SQL for %s',
    async (_name, question) => {
      const byHand = await scorecardByHand(database.sql, { ...question, departmentIds: 'all' });
      expect(byHand.size).toBeGreaterThan(0);
      expectSameNumbers(await askAs(aViewer({ roles: ['executive'] }), question), byHand);
    },
  );

  it.each(['executive', 'hr', 'analyst'] as const)('shows an %s every department', async (role) => {
    const question = questions['a year by month']!;
    const byHand = await scorecardByHand(database.sql, { ...question, departmentIds: 'all' });
    expectSameNumbers(await askAs(aViewer({ roles: [role] }), question), byHand);
  });

  it.each(Object.entries(questions))(
    'shows a head the own part of the tree for %s',
    async (_name, question) => {
      const headed = await subtreeOf('SERVICE');
      const byHand = await scorecardByHand(database.sql, { ...question, departmentIds: headed });
      expect(byHand.size).toBeGreaterThan(0);
      expectSameNumbers(
        await askAs(aViewer({ roles: ['department_head'], headedDepartmentIds: headed }), question),
        byHand,
      );
    },
  );

  it('shows a manager the own department only', async () => {
    const own = await departmentId('ST-CAMDEN');
    const question = questions['a year by month']!;
    const byHand = await scorecardByHand(database.sql, { ...question, departmentIds: [own] });
    expect(byHand.size).toBe(12);
    expectSameNumbers(
      await askAs(aViewer({ roles: ['manager'], ownDepartmentId: own }), question),
      byHand,
    );
  });

  it.each(['employee', 'case_owner', 'administrator'] as const satisfies Role[])(
    'shows an %s nothing',
    async (role) => {
      const own = await departmentId('ST-CAMDEN');
      const viewer = aViewer({
        roles: [role],
        employeeId: own,
        ownDepartmentId: own,
        ownDepartmentPath: [own],
      });
      for (const question of Object.values(questions))
        expect((await askAs(viewer, question)).size).toBe(0);
    },
  );

  it('shows nobody who has not signed in anything', async () => {
    expect((await askAs({ kind: 'anonymous' }, questions['a year by month']!)).size).toBe(0);
  });
});
