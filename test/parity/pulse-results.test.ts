import { describe, expect, it } from 'vitest';
import { type SignedInViewer, securityContextOf } from '../../domain/access';
import { aDepartment, anEmployee } from '../factories/organisation';
import { anOpenRound, answer, closed } from '../factories/pulse';
import { aViewer } from '../factories/viewer';
import { testContext } from '../harness/test-context';
import type { OwnDatabase } from '../harness/use-database';
import { systemViewer } from '../../domain/access';
import { getPulseResults, listPulseDepartmentResults, releaseRound } from '../../domain/pulse';
import { TIME_ZONE, useSemanticDatabase } from './semantic-database';

const semantic = useSemanticDatabase({ template: 'template_migrated', fill });
const facts = { root: '', stores: '', tiny: '', office: '', roundId: '', openRoundId: '' };

/** A released round over four departments, one of them too small, and an open one. */
async function fill({ db }: OwnDatabase): Promise<void> {
  const ctx = testContext(db, systemViewer);
  facts.root = await aDepartment(db, { code: 'A' });
  facts.stores = await aDepartment(db, { parentDepartmentId: facts.root, code: 'B' });
  facts.tiny = await aDepartment(db, { parentDepartmentId: facts.root, code: 'C' });
  facts.office = await aDepartment(db, { parentDepartmentId: facts.root, code: 'D' });
  const people: string[] = [];
  for (const [departmentId, count] of [
    [facts.stores, 14],
    [facts.tiny, 2],
    [facts.office, 7],
  ] as const) {
    for (let index = 0; index < count; index++) {
      people.push(
        await anEmployee(db, { departmentId, hiredOn: index % 2 ? '2026-05-01' : '2019-05-01' }),
      );
    }
  }
  // Asked, and silent.
  await anEmployee(db, { departmentId: facts.stores, hiredOn: '2019-05-01' });
  const respond = async (roundId: string) => {
    for (const [index, employeeId] of people.entries()) {
      const score = String(1 + (index % 5));
      await answer(ctx, {
        roundId,
        employeeId,
        submitted: { enps: String(index % 11), growth: score, tools: score },
      });
    }
  };
  facts.roundId = (await anOpenRound(ctx)).roundId;
  await respond(facts.roundId);
  await closed(ctx, facts.roundId);
  await releaseRound(ctx, { roundId: facts.roundId });
  facts.openRoundId = (await anOpenRound(ctx)).roundId;
  await respond(facts.openRoundId);
}

const callers: [string, () => SignedInViewer, () => string[]][] = [
  [
    'an executive',
    () => aViewer({ roles: ['executive'] }),
    () => [facts.root, facts.stores, facts.tiny, facts.office],
  ],
  [
    'human resources',
    () => aViewer({ roles: ['hr'] }),
    () => [facts.root, facts.stores, facts.tiny, facts.office],
  ],
  [
    'a manager',
    () => aViewer({ roles: ['manager'], ownDepartmentId: facts.stores }),
    () => [facts.stores],
  ],
  [
    'an employee',
    () =>
      aViewer({
        roles: ['employee'],
        employeeId: facts.root,
        ownDepartmentId: facts.office,
        ownDepartmentPath: [facts.office, facts.root],
      }),
    () => [facts.office, facts.root],
  ],
  ['an analyst', () => aViewer({ roles: ['analyst'] }), () => []],
  ['an administrator', () => aViewer({ roles: ['administrator'] }), () => []],
];

const view = (member: string) => `pulse_results.${member}`;

describe.each(callers)(
  'what Cube says of released pulses to %s',
  (_name, viewerOf, departmentsOf) => {
    it('equals SQL on the released cells, for exactly the departments that the viewer may read', async () => {
      const rows = await semantic.withRollups.load(
        {
          measures: ['n', 'enps', 'score_mean', 'driver_score', 'favourable_percent'].map(view),
          dimensions: ['department_id', 'attribute_value', 'question_key'].map(view),
          timezone: TIME_ZONE,
        },
        securityContextOf(viewerOf(), 'test'),
      );
      const departments = departmentsOf();
      const byHand =
        departments.length === 0
          ? []
          : await semantic.database.sql`
      select department_id::text, attribute_value, question_key, n,
             100.0 * (promoters - detractors) / n as enps, 1.0 * score_sum / n as score_mean,
             25.0 * (1.0 * score_sum / n - 1) as driver_score, 100.0 * favourable / n as favourable_percent
      from pulse_release_cell where department_id::text = any(${departments})`;
      const rounded = (value: unknown) =>
        value === null ? null : Math.round(Number(value) * 1e6) / 1e6;
      const found = rows.map((row) =>
        [
          row[view('department_id')],
          row[view('attribute_value')],
          row[view('question_key')],
          ...['n', 'enps', 'score_mean', 'driver_score', 'favourable_percent'].map((member) =>
            rounded(row[view(member)]),
          ),
        ].join('|'),
      );
      const expected = byHand.map((row) =>
        [
          row['department_id'],
          row['attribute_value'],
          row['question_key'],
          ...['n', 'enps', 'score_mean', 'driver_score', 'favourable_percent'].map((member) =>
            rounded(row[member]),
          ),
        ].join('|'),
      );
      expect(found.sort()).toEqual(expected.sort());
    });
  },
);

describe('what the pages show of a released round', () => {
  const manager = () => {
    const viewer = aViewer({ roles: ['manager'], ownDepartmentId: facts.stores });
    return testContext(semantic.database.db, viewer, { semantic: semantic.withRollups });
  };

  it('has n and an interval that holds the value', async () => {
    const { enps, drivers, engagement } = await getPulseResults(manager(), {
      roundId: facts.roundId,
      departmentId: facts.stores,
    });
    expect(enps.n).toBe(14);
    for (const figure of [enps, engagement, ...drivers]) {
      expect(figure.value).not.toBeNull();
      expect(figure.interval!.low).toBeLessThanOrEqual(figure.value!);
      expect(figure.interval!.high).toBeGreaterThanOrEqual(figure.value!);
    }
  });

  it('is a bound where everybody answered the same, with an interval that reaches to the end', async () => {
    const { drivers } = await getPulseResults(manager(), {
      roundId: facts.roundId,
      departmentId: facts.stores,
    });
    // All fourteen gave the manager a 5 and the workload a 2.
    const of = (key: string) => drivers.find((figure) => figure.key === key)!;
    expect(of('manager')).toMatchObject({ n: 14, bound: 'at_least', favourableBound: 'at_least' });
    expect(of('manager').value).toBeLessThan(100);
    expect(of('manager').favourablePercent).toBeLessThan(100);
    expect(of('manager').interval!.high).toBe(100);
    expect(of('manager').interval!.low).toBeLessThan(of('manager').value!);
    // Nobody agrees, which is a bound; 2 of 5 is the score of many other answers as well.
    expect(of('workload')).toMatchObject({ value: 25, bound: null, favourableBound: 'at_most' });
    expect(of('workload').favourablePercent).toBeGreaterThan(0);
    expect(of('growth')).toMatchObject({ bound: null, favourableBound: null });
  });

  it('is the same dash for a department that is too small as for one without answers', async () => {
    const ctx = { ...manager(), viewer: aViewer({ roles: ['executive'] }) };
    const rows = await listPulseDepartmentResults(ctx, { roundId: facts.roundId });
    const tiny = rows.find(({ departmentId }) => departmentId === facts.tiny);
    expect(tiny?.figures.enps).toEqual({
      key: 'enps',
      n: null,
      value: null,
      bound: null,
      interval: null,
      favourablePercent: null,
      favourableBound: null,
      change: null,
      changeInterval: null,
      isChangeBeyondNoise: false,
    });
  });

  it('is not there for another department, and not for a round that is open', async () => {
    const other = getPulseResults(manager(), {
      roundId: facts.roundId,
      departmentId: facts.office,
    });
    await expect(other).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const early = getPulseResults(manager(), {
      roundId: facts.openRoundId,
      departmentId: facts.stores,
    });
    await expect(early).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
