import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, InvalidInput, NotFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { sqlSemantics } from '../../seeds/seed-semantics';
import {
  aCycle,
  aPublishedTemplate,
  aTemplateInput,
  npsAnswers,
  startedReviews,
} from '../../test/factories/appraisal';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aViewer } from '../../test/factories/viewer';
import { testToday } from '../../test/harness/test-organisation';
import { useDatabase } from '../../test/harness/use-database';
import { systemViewer, type Viewer } from '../access';
import {
  closeCycle,
  countPopulation,
  type Cycle,
  getCycle,
  getReviewContent,
  launchCycle,
  listReviews,
  previewIndicator,
  requestManagerReviews,
  type Review,
  startManagerReviews,
} from './index';

const database = useDatabase();
const as = (viewer: Viewer) => {
  const { ctx } = database.as(viewer);
  return { ...ctx, semantic: { ...ctx.semantic, ...sqlSemantics(database.db) } };
};
const hrViewer = aViewer({ roles: ['employee', 'hr'] });
const hr = () => as(hrViewer);
const system = () => as(systemViewer);

let division: string;
let shop: string;
let kiosk: string;
let head: string;
let boss: string;
let ann: string;

/** A division with a shop of 40 answers (NPS 50) and a kiosk of 5; Ann works in the shop, Ben in the kiosk. */
beforeEach(async () => {
  const { db } = database;
  await db
    .insertInto('user_account')
    .values({
      user_account_id: hrViewer.userAccountId,
      email: 'hr@example.org',
      display_name: 'HR',
    })
    .execute();
  head = await anEmployee(db, { fullName: 'Head', email: 'head@example.org' });
  division = await aDepartment(db, { nameEn: 'Division', headEmployeeId: head });
  shop = await aDepartment(db, { nameEn: 'Shop', parentDepartmentId: division });
  kiosk = await aDepartment(db, { nameEn: 'Kiosk', parentDepartmentId: division });
  boss = await anEmployee(db, {
    fullName: 'Boss',
    email: 'boss@example.org',
    departmentId: shop,
    managerEmployeeId: head,
  });
  ann = await anEmployee(db, {
    fullName: 'Ann',
    departmentId: shop,
    managerEmployeeId: boss,
    positionTitle: 'Adviser',
  });
  await anEmployee(db, { fullName: 'Ben', departmentId: kiosk, managerEmployeeId: boss });
  await npsAnswers(db, shop, [...Array<number>(30).fill(10), ...Array<number>(10).fill(3)]);
  await npsAnswers(db, kiosk, [10, 10, 9, 8, 2]);
});

async function launch(change: Parameters<typeof aPublishedTemplate>[1] = {}): Promise<Cycle> {
  const { templateId } = await aPublishedTemplate(hr(), change);
  return aCycle(hr(), { templateId, departmentId: division });
}

async function reviewOf(cycleId: string, name: string): Promise<Review> {
  const all = await listReviews(hr(), { view: 'all', cycleId, limit: 100, offset: 0 });
  return all.find((review) => review.employeeName === name)!;
}

const contentOf = async (cycleId: string, name: string) =>
  getReviewContent(hr(), { reviewId: (await reviewOf(cycleId, name)).reviewId });

describe('launching a cycle', () => {
  it('makes one review for everybody below the department who has a manager', async () => {
    await anEmployee(database.db, { fullName: 'Alone', departmentId: kiosk });
    await anEmployee(database.db, {
      departmentId: kiosk,
      managerEmployeeId: boss,
      leftOn: '2026-11-01',
    });
    expect(await countPopulation(hr(), { departmentId: division })).toEqual({
      reviewed: 3,
      withoutManager: 1,
    });
    const cycle = await launch();
    expect(cycle).toMatchObject({ reviewCount: 3, withoutManager: 1 });
    expect(cycle.steps.map(({ step, count }) => [step, count])).toEqual([
      ['goals', 3],
      ['manager_review', 0],
      ['share', 0],
      ['acknowledge', 0],
      ['closed', 0],
    ]);
  });

  it('keeps department, manager and position of that day', async () => {
    const { cycleId } = await launch();
    await database.db
      .updateTable('department_membership')
      .set({ department_id: kiosk, position_title: 'Lead' })
      .where('employee_id', '=', ann)
      .execute();
    await database.db
      .updateTable('reporting_line')
      .set({ manager_employee_id: head })
      .where('employee_id', '=', ann)
      .execute();
    expect(await reviewOf(cycleId, 'Ann')).toMatchObject({
      departmentId: shop,
      managerName: 'Boss',
      positionTitle: 'Adviser',
    });
  });

  it('is refused without people, with dates out of order, and with a draft', async () => {
    const { templateId } = await aPublishedTemplate(hr());
    const empty = await aDepartment(database.db, { nameEn: 'Empty' });
    await expect(aCycle(hr(), { templateId, departmentId: empty })).rejects.toBeInstanceOf(
      InvalidInput,
    );
    const dueOn = {
      goals: '2026-12-01',
      manager_review: '2026-11-01',
      share: '',
      acknowledge: '2026-12-02',
    };
    const refused = launchCycle(hr(), {
      templateId,
      departmentId: shop,
      nameEn: '',
      nameZh: '',
      dueOn,
    });
    await expect(refused).rejects.toMatchObject({
      fields: [
        { path: ['nameEn'] },
        { path: ['dueOn', 'managerReview'] },
        { path: ['dueOn', 'share'] },
      ],
    });
  });

  it('is nobody’s business but HR’s', async () => {
    const { cycleId } = await launch();
    for (const roles of [
      ['employee', 'manager'],
      ['executive'],
      ['analyst'],
      ['administrator'],
    ] as const) {
      await expect(
        getCycle(as(aViewer({ roles, employeeId: boss })), { cycleId }),
      ).rejects.toBeInstanceOf(NotFound);
      await expect(
        countPopulation(as(aViewer({ roles, employeeId: boss })), { departmentId: shop }),
      ).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe('evidence', () => {
  it('is frozen for everybody when the manager reviews start', async () => {
    const { cycleId } = await launch();
    await startedReviews(hr(), system(), cycleId);
    const { evidence, result } = await contentOf(cycleId, 'Ann');
    expect(evidence).toMatchObject([
      {
        metricKey: 'nps',
        metricVersion: 1,
        departmentNameEn: 'Shop',
        periodFrom: '2026-07-01',
        periodTo: '2026-09-30',
        value: 50,
        n: 40,
        status: 'counted',
        targetSource: 'template',
        responseCount: 40,
        responseHashCovers: 'ids_and_scores',
      },
    ]);
    // With three imagined answers, half at each end; 2.018 is Student's t for 42 degrees of freedom.
    const middle = (100 * (30 - 10)) / 43;
    const low = middle - 2.018 * Math.sqrt((10_000 - middle ** 2) / 43);
    expect(evidence[0]?.intervalLow).toBeCloseTo(low, 1);
    expect(evidence[0]?.query).toMatchObject({ timezone: 'Europe/London' });
    // Two departments do not tell how much departments differ: the population of 45 answers weighs 30.
    const mean = (100 * (33 - 11)) / 45;
    const counted = (40 * 50 + 30 * mean) / 70;
    expect(evidence[0]).toMatchObject({ populationSize: 2, priorWeight: 30 });
    expect(evidence[0]?.populationMean).toBeCloseTo(mean, 8);
    expect(evidence[0]?.countedValue).toBeCloseTo(counted, 8);
    expect(evidence[0]?.score).toBeCloseTo(50 + (counted - 40) * 2.5, 8);
    expect(result.overall.isRescaled).toBe(true);
    expect(result.overall.score).toBeCloseTo(50 + (counted - 40) * 2.5, 8);
    expect(result.overall.range?.low).toBeCloseTo(evidence[0]!.scoreLow!, 8);
    expect(result.overall.range?.high).toBeCloseTo(evidence[0]!.scoreHigh!, 8);
    expect(evidence[0]!.scoreLow!).toBeLessThan(evidence[0]!.score!);
    expect(evidence[0]!.scoreHigh!).toBeGreaterThan(evidence[0]!.score!);
  });

  it('does not count where answers are too few, and the review says so', async () => {
    const { cycleId } = await launch();
    await startedReviews(hr(), system(), cycleId);
    const { evidence, result } = await contentOf(cycleId, 'Ben');
    expect(evidence).toMatchObject([{ n: 5, status: 'too_few', score: null, responseCount: 5 }]);
    expect(result.overall.score).toBeNull();
    expect(result.overall.parts.find(({ key }) => key === 'cx_indicators')).toMatchObject({
      score: null,
      countedWeightBp: 0,
    });
  });

  it('of a team is that of the nearest department that the manager heads', async () => {
    const rule = { ...aTemplateInput().indicators[0]!, scope: 'team' as const };
    const { cycleId } = await launch({ indicators: [rule] });
    await startedReviews(hr(), system(), cycleId);
    const bossEvidence = (await contentOf(cycleId, 'Boss')).evidence;
    expect(bossEvidence).toMatchObject([{ departmentNameEn: 'Division', n: 45 }]);
    // Ann's manager heads nothing, so her own department stands for the team.
    expect((await contentOf(cycleId, 'Ann')).evidence).toMatchObject([
      { departmentNameEn: 'Shop', n: 40 },
    ]);
  });

  it('is never moved by later data', async () => {
    const { cycleId } = await launch();
    await startedReviews(hr(), system(), cycleId);
    const before = (await contentOf(cycleId, 'Ann')).evidence;
    await npsAnswers(database.db, shop, Array<number>(50).fill(0));
    await startManagerReviews(system(), { cycleId });
    expect((await contentOf(cycleId, 'Ann')).evidence).toEqual(before);
    await expect(
      database.db.updateTable('review_evidence').set({ score: 100 }).execute(),
    ).rejects.toThrow('frozen evidence never changes');
  });

  it('counts against the target of the scorecard, as the scorecard shows it', async () => {
    const targets = [
      { department_id: null, target: 10, effective_on: '2026-01-01' },
      { department_id: shop, target: 35, effective_on: '2026-07-01' },
      { department_id: shop, target: 90, effective_on: '2026-10-01' },
    ];
    await database.db
      .insertInto('scorecard_target')
      .values(
        targets.map((target) => ({ ...target, metric_key: 'nps', scorecard_target_id: newId() })),
      )
      .execute();
    const { cycleId } = await launch();
    await startedReviews(hr(), system(), cycleId);
    expect((await contentOf(cycleId, 'Ann')).evidence).toMatchObject([
      { bands: { threshold: 15, target: 35, stretch: 55 }, targetSource: 'scorecard' },
    ]);
    expect((await contentOf(cycleId, 'Ben')).evidence).toMatchObject([{ bands: { target: 10 } }]);
    const { lines } = await previewIndicator(hr(), aTemplateInput().indicators[0]!);
    expect(lines.find(({ department }) => department.departmentId === shop)).toMatchObject({
      bands: { target: 35 },
      targetSource: 'scorecard',
    });
  });

  it('is removed by nobody, neither alone nor with its review, but goes with the person', async () => {
    const { cycleId } = await launch();
    await startedReviews(hr(), system(), cycleId);
    const { db } = database;
    const refused = async (statement: string) => {
      await sql`savepoint attempt`.execute(db);
      await expect(sql.raw(statement).execute(db)).rejects.toThrow(/frozen evidence/);
      await sql`rollback to savepoint attempt`.execute(db);
    };
    await refused('delete from review_evidence');
    await refused('truncate review_evidence');
    await refused('truncate review cascade');
    await refused('delete from review');
    await refused('delete from review_cycle');
    await refused('update review_evidence set response_hash = response_hash, n = n + 1');
    const annsReview = (await reviewOf(cycleId, 'Ann')).reviewId;
    await db.deleteFrom('employee').where('employee_id', '=', ann).execute();
    const left = await db.selectFrom('review_evidence').select('review_id').execute();
    expect(left.length).toBe(2);
    expect(left.map((row) => row.review_id)).not.toContain(annsReview);
  });

  it('tells a changed score by its fingerprint, though the responses are the same', async () => {
    const first = await launch();
    await startedReviews(hr(), system(), first.cycleId);
    // Promoters all the same: neither the value nor the list of responses moves.
    await database.db
      .updateTable('feedback')
      .set({ nps_score: 9 })
      .where('nps_score', '=', 10)
      .execute();
    const second = await launch();
    await startedReviews(hr(), system(), second.cycleId);
    const [before] = (await contentOf(first.cycleId, 'Ann')).evidence;
    const [after] = (await contentOf(second.cycleId, 'Ann')).evidence;
    expect([after?.value, after?.n]).toEqual([before?.value, before?.n]);
    expect(after?.responseHash).not.toBe(before?.responseHash);
  });

  it('tells a changed list of responses by its fingerprint', async () => {
    const first = await launch();
    await startedReviews(hr(), system(), first.cycleId);
    await npsAnswers(database.db, shop, [10]);
    const second = await launch();
    await startedReviews(hr(), system(), second.cycleId);
    const [before] = (await contentOf(first.cycleId, 'Ann')).evidence;
    const [after] = (await contentOf(second.cycleId, 'Ann')).evidence;
    expect(before?.responseHash).toMatch(/^[0-9a-f]{64}$/);
    expect(after?.responseHash).not.toBe(before?.responseHash);
    expect(after?.responseCount).toBe(41);
  });

  it('leaves out held feedback and other quarters', async () => {
    await npsAnswers(database.db, shop, [0, 0, 0], '2026-10-01');
    await database.db
      .updateTable('feedback')
      .set({ is_held: true })
      .where('nps_score', '=', 3)
      .execute();
    const { cycleId } = await launch();
    await startedReviews(hr(), system(), cycleId);
    expect((await contentOf(cycleId, 'Ann')).evidence).toMatchObject([
      { value: 100, n: 30, responseCount: 30 },
    ]);
  });

  it('is completed by a second run when the first was cut off', async () => {
    const cycle = await launch();
    await requestManagerReviews(hr(), cycle);
    const cut = new AbortController();
    cut.abort(new Error('cut off'));
    await expect(startManagerReviews(system(), cycle, { signal: cut.signal })).rejects.toThrow(
      'cut off',
    );
    expect((await getCycle(hr(), cycle)).managerReviewStartedAt).toBeNull();
    await startManagerReviews(system(), cycle);
    expect((await getCycle(hr(), cycle)).steps).toMatchObject([
      { count: 0 },
      { step: 'manager_review', count: 3 },
      {},
      {},
      {},
    ]);
  });

  it('is asked for once, and each manager gets one mail', async () => {
    const { cycleId } = await launch();
    await startedReviews(hr(), system(), cycleId);
    await expect(requestManagerReviews(hr(), { cycleId })).rejects.toBeInstanceOf(Conflict);
    const mails = await database.db
      .selectFrom('outbox_mail')
      .select(['to_address', 'subject'])
      .orderBy('to_address')
      .execute();
    expect(mails).toEqual([
      { to_address: 'boss@example.org', subject: '2 reviews to write: Review 2026' },
      { to_address: 'head@example.org', subject: 'One review to write: Review 2026' },
    ]);
  });
});

describe('closing a cycle', () => {
  it('waits until every review is shared', async () => {
    const { cycleId } = await launch();
    await expect(closeCycle(hr(), { cycleId })).rejects.toBeInstanceOf(Conflict);
    await database.db
      .updateTable('review')
      .set({ step: 'acknowledge', shared_at: testToday })
      .where('review_cycle_id', '=', cycleId)
      .execute();
    const closed = await closeCycle(hr(), { cycleId });
    expect(closed.closedAt).not.toBeNull();
    expect(closed.steps.at(-1)).toMatchObject({ step: 'closed', count: 3 });
  });
});

describe('the preview of an indicator', () => {
  it('tells for each department what it would have given, with too few marked', async () => {
    const { lines, period } = await previewIndicator(hr(), aTemplateInput().indicators[0]!);
    expect(period).toMatchObject({ startOn: '2026-07-01', endOn: '2026-09-30' });
    const of = (name: string) => lines.find(({ department }) => department.nameEn === name);
    expect(of('Shop')).toMatchObject({ value: 50, n: 40, status: 'counted' });
    expect(of('Shop')?.score).toBeGreaterThan(70);
    expect(of('Kiosk')).toMatchObject({ n: 5, status: 'too_few', score: null });
    expect(of('Division')).toMatchObject({ n: 45, status: 'counted' });
  });

  it('refuses what could not be saved', async () => {
    const rule = { ...aTemplateInput().indicators[0]!, scope: 'individual' as const };
    await expect(previewIndicator(hr(), rule)).rejects.toMatchObject({
      fields: [{ path: ['scope'] }],
    });
  });
});
