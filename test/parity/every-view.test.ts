import { describe, expect, it } from 'vitest';
import { roles, securityContextOf, type Viewer } from '../../domain/access';
import type { SemanticQuery, SemanticRow } from '../../platform/semantic';
import type { OwnDatabase } from '../harness/use-database';
import { aViewer } from '../factories/viewer';
import { nameSomePeople } from './same-person-sql';
import { publicViews } from './public-views';
import { TIME_ZONE, useSemanticDatabase } from './semantic-database';
import { type ViewByHand, viewsByHand } from './views-by-hand';

const semantic = useSemanticDatabase({ template: 'template_seeded', fill });
const { database } = semantic;

/** Nights on which the clock of London changes, in the hours in which UTC has another day. */
const nights = ['2025-03-29', '2025-10-25', '2026-03-28', '2026-10-24'];

/** Answers and invitations of the nights around each change of the clock, some of them held, imported or not delivered. */
async function fill({ sql }: OwnDatabase): Promise<void> {
  await nameSomePeople(sql);
  for (const night of nights) {
    await sql`select ensure_month_partition('feedback', ${night}::date), ensure_month_partition('invitation', ${night}::date)`;
    await sql`
      insert into feedback (feedback_id, occurred_at, department_id, touchpoint_id, channel, source, nps_score, is_held)
      select gen_random_uuid(), ${`${night}T20:00:00Z`}::timestamptz + n * interval '20 minutes', owner_department_id, touchpoint_id,
             case when n % 3 = 0 then 'api' else 'open_link' end, case when n % 4 = 0 then 'import' else 'survey' end, n % 11, n % 7 = 0
      from touchpoint, generate_series(0, 90) as n`;
    await sql`
      insert into invitation (invitation_id, sent_at, survey_version_id, touchpoint_id, department_id, channel, variant, is_delivered, answered_at)
      select gen_random_uuid(), ${`${night}T20:00:00Z`}::timestamptz + n * interval '20 minutes', v.survey_version_id, t.touchpoint_id,
             t.owner_department_id, 'mail', 'a', n % 5 <> 0, case when n % 3 = 0 then timestamptz '2026-11-01' end
      from touchpoint t, generate_series(0, 90) as n, (select survey_version_id from survey_version limit 1) as v`;
  }
}

interface Caller {
  viewer: Viewer;
  /** What the caller may read, said by hand. */
  scorecard: 'all' | readonly string[];
  pulse: 'all' | readonly string[];
}

async function departmentIds(condition: string): Promise<string[]> {
  const rows = await database.sql.unsafe<{ id: string }[]>(
    `select d.department_id::text as id from department d where ${condition}`,
  );
  return rows.map(({ id }) => id);
}
const withCode = async (code: string) => (await departmentIds(`d.code = '${code}'`))[0] ?? '';
const below = async (code: string) =>
  departmentIds(
    `d.department_id in (select descendant_id from department_closure where ancestor_id = '${await withCode(code)}')`,
  );
const above = async (code: string) =>
  departmentIds(
    `d.department_id in (select ancestor_id from department_closure where descendant_id = '${await withCode(code)}')`,
  );

const callers: Record<(typeof roles)[number] | 'anonymous', () => Caller | Promise<Caller>> = {
  executive: () => ({ viewer: aViewer({ roles: ['executive'] }), scorecard: 'all', pulse: 'all' }),
  hr: () => ({ viewer: aViewer({ roles: ['hr'] }), scorecard: 'all', pulse: 'all' }),
  analyst: () => ({ viewer: aViewer({ roles: ['analyst'] }), scorecard: 'all', pulse: [] }),
  department_head: async () => {
    const headed = await below('STORES');
    const viewer = aViewer({ roles: ['department_head'], headedDepartmentIds: headed });
    return { viewer, scorecard: headed, pulse: headed };
  },
  manager: async () => {
    const own = await withCode('ST-CAMDEN');
    const viewer = aViewer({ roles: ['manager'], ownDepartmentId: own });
    return { viewer, scorecard: [own], pulse: [own] };
  },
  employee: async () => {
    const path = await above('ST-CAMDEN');
    const own = await withCode('ST-CAMDEN');
    const viewer = aViewer({
      roles: ['employee'],
      employeeId: own,
      ownDepartmentId: own,
      ownDepartmentPath: path,
    });
    return { viewer, scorecard: [], pulse: path };
  },
  case_owner: async () => {
    const own = await withCode('ST-CAMDEN');
    const viewer = aViewer({ roles: ['case_owner'], ownDepartmentId: own });
    return { viewer, scorecard: [], pulse: [] };
  },
  administrator: () => ({
    viewer: aViewer({ roles: ['administrator'] }),
    scorecard: [],
    pulse: [],
  }),
  anonymous: () => ({ viewer: { kind: 'anonymous' }, scorecard: [], pulse: [] }),
};

interface Period {
  granularity: 'day' | 'month';
  dateRange: readonly [string, string];
}

const periods: readonly Period[] = [
  { granularity: 'month', dateRange: ['2025-09-01', '2026-10-31'] },
  { granularity: 'day', dateRange: ['2026-03-27', '2026-03-31'] },
  { granularity: 'day', dateRange: ['2026-10-23', '2026-10-27'] },
];

/** One role for each extent of what may be read; others who read the same are asked about a few days alone. */
const readEveryPeriod = new Set(['executive', 'department_head', 'manager']);
const periodsOf = (role: string) => (readEveryPeriod.has(role) ? periods : periods.slice(1, 2));

function queryOf(name: string, view: ViewByHand, period: Period | undefined): SemanticQuery {
  const named = (members: object) => Object.keys(members).map((member) => `${name}.${member}`);
  return {
    measures: named(view.measures),
    dimensions: named(view.dimensions),
    ...(view.time &&
      period && { timeDimensions: [{ dimension: `${name}.${view.time.member}`, ...period }] }),
    limit: 50_000,
    timezone: TIME_ZONE,
  };
}

/** Rows as lines that can be compared, numbers rounded to what a reader could ever notice. */
function linesOf(rows: readonly Record<string, unknown>[], columns: readonly string[]): string[] {
  return rows
    .map((row) =>
      columns
        .map((column) => {
          const value = row[column] ?? null;
          return typeof value === 'number' ? value.toFixed(6) : String(value);
        })
        .join('|'),
    )
    .sort();
}

function askedLines(rows: readonly SemanticRow[], name: string, view: ViewByHand, period?: Period) {
  const time = view.time && period ? [`${view.time.member}.${period.granularity}`] : [];
  const columns = [...Object.keys(view.dimensions), ...time, ...Object.keys(view.measures)];
  const plain = rows.map((row) =>
    Object.fromEntries(
      columns.map((column) => {
        const value = row[`${name}.${column}`] ?? null;
        const isMeasure = column in view.measures && value !== null;
        return [
          column,
          isMeasure ? Number(value) : time.includes(column) ? String(value).slice(0, 10) : value,
        ];
      }),
    ),
  );
  return linesOf(plain, columns);
}

async function linesByHand(view: ViewByHand, caller: Caller, period?: Period): Promise<string[]> {
  const allowed = caller[view.shownBy === 'pulse' ? 'pulse' : 'scorecard'];
  if (allowed !== 'all' && allowed.length === 0) return [];
  const [department = 'null'] = Object.values(view.dimensions);
  const local = view.time && `(${view.time.column} at time zone '${TIME_ZONE}')`;
  const dimensions = Object.entries(view.dimensions).map(([name, sql]) => [name, `(${sql})::text`]);
  if (local && period)
    dimensions.push([
      'period',
      `to_char(date_trunc('${period.granularity}', ${local}), 'YYYY-MM-DD')`,
    ]);
  const measures = Object.entries(view.measures).map(([name, sql]) => [name, `(${sql})::float8`]);
  const rows = await database.sql.unsafe<Record<string, unknown>[]>(
    `select ${[...dimensions, ...measures].map(([name, sql]) => `${sql} as ${name}`).join(', ')}
     from ${view.from}
     where ${view.where}
       ${local && period ? `and ${local}::date between '${period.dateRange[0]}' and '${period.dateRange[1]}'` : ''}
       ${view.shownBy === 'any' ? '' : `and ($1::text[] is null or (${department})::text = any ($1::text[]))`}
     group by ${dimensions.map((_, index) => index + 1).join(', ')}`,
    view.shownBy === 'any' ? [] : [allowed === 'all' ? null : [...allowed]],
  );
  return linesOf(
    rows,
    [...dimensions, ...measures].map(([name = '']) => name),
  );
}

describe('the views of the semantic layer', () => {
  it('are each compared with SQL written by hand, with every measure that they show', () => {
    const byHand = Object.entries(viewsByHand).map(([name, { measures }]) => [
      name,
      Object.keys(measures).sort(),
    ]);
    const offered = [...publicViews()].map(([name, measures]) => [name, [...measures].sort()]);
    expect(Object.fromEntries(byHand)).toEqual(Object.fromEntries(offered));
  });

  it('are asked here by every role there is, and by nobody in particular', () => {
    expect(Object.keys(callers).sort()).toEqual([...roles, 'anonymous'].sort());
  });
});

describe.each(['withRollups', 'fromFacts'] as const)('asked %s', (kind) => {
  describe.each(Object.keys(callers) as (keyof typeof callers)[])('by the role %s', (role) => {
    it.each(Object.entries(viewsByHand))('%s says what SQL says', async (name, view) => {
      const caller = await callers[role]();
      const security = securityContextOf(caller.viewer, 'test');
      const allowed = caller[view.shownBy === 'pulse' ? 'pulse' : 'scorecard'];
      for (const period of view.time ? periodsOf(role) : [undefined]) {
        const rows = await semantic[kind].load(queryOf(name, view, period), security);
        const byHand = await linesByHand(view, caller, period);
        expect(byHand.length > 0, 'there is something to compare').toBe(allowed.length > 0);
        expect(askedLines(rows, name, view, period)).toEqual(byHand);
      }
    });
  });
});
