import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../../platform/errors';
import { ChangedMeanwhile } from '../../platform/revision';
import { sqlSemantics } from '../../seeds/seed-semantics';
import {
  aCycle,
  aPublishedTemplate,
  npsAnswers,
  startedReviews,
} from '../../test/factories/appraisal';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aViewer } from '../../test/factories/viewer';
import { useDatabase } from '../../test/harness/use-database';
import { systemViewer, type Viewer } from '../access';
import type { Context } from '../context';
import {
  acknowledgeReview,
  getReview,
  getReviewContent,
  listReviews,
  listReviewsById,
  saveReview,
  shareReview,
  submitReview,
  withdrawReview,
} from './index';

const database = useDatabase();
const as = (viewer: Viewer): Context => {
  const { ctx } = database.as(viewer);
  return { ...ctx, semantic: { ...ctx.semantic, ...sqlSemantics(database.db) } };
};

let hr: Context;
let hrSelf: Context;
let manager: Context;
let otherManager: Context;
let employee: Context;
let colleague: Context;
let reviewId: string;
let hrReviewId: string;
let competencyId: string;

/** Boss writes for Ann and for Harper, who works in HR herself; the manager reviews have started. */
beforeEach(async () => {
  const { db } = database;
  const hrViewer = aViewer({ roles: ['employee', 'hr'] });
  await db
    .insertInto('user_account')
    .values({
      user_account_id: hrViewer.userAccountId,
      email: 'hr@example.org',
      display_name: 'HR',
    })
    .execute();
  const shop = await aDepartment(db, { nameEn: 'Shop' });
  const person = (fullName: string, managerEmployeeId?: string) =>
    anEmployee(db, {
      fullName,
      email: `${fullName.toLowerCase()}@example.org`,
      locale: fullName === 'Ann' ? 'zh' : 'en',
      departmentId: shop,
      ...(managerEmployeeId && { managerEmployeeId }),
    });
  const boss = await person('Boss');
  const ann = await person('Ann', boss);
  const harper = await person('Harper', boss);
  const rival = await person('Rival', boss);
  const dan = await person('Dan', rival);
  await npsAnswers(db, shop, [...Array<number>(30).fill(10), ...Array<number>(10).fill(3)]);

  hr = as(hrViewer);
  hrSelf = as(aViewer({ roles: ['employee', 'hr'], employeeId: harper }));
  manager = as(aViewer({ roles: ['employee', 'manager'], employeeId: boss }));
  otherManager = as(aViewer({ roles: ['employee', 'manager'], employeeId: rival }));
  employee = as(aViewer({ roles: ['employee'], employeeId: ann }));
  colleague = as(aViewer({ roles: ['employee'], employeeId: dan }));

  const { templateId, competencies } = await aPublishedTemplate(hr);
  competencyId = competencies[0]!.competencyId;
  const { cycleId } = await aCycle(hr, { templateId, departmentId: shop });
  await startedReviews(hr, as(systemViewer), cycleId);
  const all = await listReviews(hr, { view: 'all', cycleId, limit: 100, offset: 0 });
  reviewId = all.find(({ employeeName }) => employeeName === 'Ann')!.reviewId;
  hrReviewId = all.find(({ employeeName }) => employeeName === 'Harper')!.reviewId;
  await db.deleteFrom('outbox_mail').execute();
});

const goal = {
  goalId: null,
  title: 'Greet everybody',
  measure: '',
  weightBp: null,
  achievementPercent: 80,
};

async function save(ctx: Context, change: Partial<Parameters<typeof saveReview>[1]> = {}) {
  const { revision } = await getReview(manager, { reviewId });
  return saveReview(ctx, {
    reviewId,
    revision,
    summary: 'Well done.',
    goals: [goal],
    ratings: [{ competencyId, rating: 4, remark: '' }],
    ...change,
  });
}

async function share(): Promise<void> {
  await save(manager);
  await submitReview(manager, { reviewId });
  await shareReview(manager, { reviewId });
}

const mails = () =>
  database.db.selectFrom('outbox_mail').select(['to_address', 'subject', 'text_body']).execute();

describe('writing a review', () => {
  it('keeps a draft, shares equal weights, and shows the score so far', async () => {
    await save(manager, { goals: [goal, { ...goal, title: 'Second', achievementPercent: null }] });
    const { goals, result } = await getReviewContent(manager, { reviewId });
    expect(goals.map(({ weightBp }) => weightBp)).toEqual([5000, 5000]);
    // A goal reached by 80 % gives 40 (the second does not count), evidence 75, competency 75.
    expect(result.overall.score).toBeCloseTo(0.5 * 40 + 0.3 * 75 + 0.2 * 75, 10);
    expect(result.goals.isRescaled).toBe(true);
  });

  it('keeps the ids of goals that stay', async () => {
    await save(manager);
    const [before] = (await getReviewContent(manager, { reviewId })).goals;
    await save(manager, { goals: [goal, { ...goal, goalId: before!.goalId, title: 'Kept' }] });
    const after = (await getReviewContent(manager, { reviewId })).goals;
    expect(after.map(({ goalId }) => goalId).indexOf(before!.goalId)).toBe(1);
  });

  it('refuses impossible values, each at its field', async () => {
    const refused = save(manager, {
      goals: [
        { ...goal, title: ' ', weightBp: 9000 },
        { ...goal, achievementPercent: 151, weightBp: 500 },
      ],
      ratings: [{ competencyId, rating: 6, remark: '' }],
    });
    await expect(refused).rejects.toMatchObject({
      fields: [
        { path: ['goals', 0, 'title'] },
        { path: ['goals', 1, 'achievement'] },
        { path: ['goalWeights'] },
        { path: ['ratings', 0, 'rating'] },
      ],
    });
  });

  it('does not overwrite what another window saved', async () => {
    const { revision } = await getReview(manager, { reviewId });
    await save(manager, { revision, summary: 'First' });
    const second = { revision, summary: 'Second', goals: [] };
    await expect(save(manager, second)).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect((await getReview(manager, { reviewId })).summary).toBe('First');
    expect((await getReviewContent(manager, { reviewId })).goals).toHaveLength(1);
  });

  it('can be submitted only when everything is rated', async () => {
    await save(manager, { goals: [{ ...goal, achievementPercent: null }], ratings: [] });
    const refused = submitReview(manager, { reviewId });
    await expect(refused).rejects.toBeInstanceOf(InvalidInput);
    await expect(refused).rejects.toMatchObject({
      fields: [{ path: ['goals', 0, 'achievement'] }, { path: ['ratings', 0, 'rating'] }],
    });
  });

  it('fixes the score on submitting, and can be taken back until it is shared', async () => {
    await save(manager);
    const submitted = await submitReview(manager, { reviewId });
    expect(submitted).toMatchObject({ step: 'share' });
    expect(submitted.overallScore).toBeCloseTo(57.5, 10);
    await expect(save(manager)).rejects.toBeInstanceOf(Conflict);
    expect(await withdrawReview(manager, { reviewId })).toMatchObject({
      step: 'manager_review',
      overallScore: null,
    });
    await share();
    await expect(withdrawReview(manager, { reviewId })).rejects.toBeInstanceOf(Conflict);
  });

  it('goes step by step', async () => {
    await expect(shareReview(manager, { reviewId })).rejects.toBeInstanceOf(Conflict);
    await share();
    await expect(shareReview(manager, { reviewId })).rejects.toBeInstanceOf(Conflict);
    await acknowledgeReview(employee, { reviewId, note: '' });
    await expect(acknowledgeReview(employee, { reviewId, note: '' })).rejects.toBeInstanceOf(
      Conflict,
    );
  });

  it('leaves an audit entry for every step', async () => {
    await share();
    await acknowledgeReview(employee, { reviewId, note: 'Seen.' });
    const entries = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('subject_id', '=', reviewId)
      .orderBy('audit_entry_id')
      .execute();
    expect(entries.map(({ action }) => action)).toEqual([
      'review.start_manager_review',
      'review.save',
      'review.submit',
      'review.share',
      'review.acknowledge',
    ]);
    expect(JSON.stringify(entries)).not.toContain('Seen.');
  });
});

describe('sharing and acknowledging', () => {
  it('shows the employee nothing before the review is shared', async () => {
    await save(manager);
    await submitReview(manager, { reviewId });
    await expect(getReview(employee, { reviewId })).rejects.toBeInstanceOf(NotFound);
    await expect(getReviewContent(employee, { reviewId })).rejects.toBeInstanceOf(NotFound);
    await expect(acknowledgeReview(employee, { reviewId, note: '' })).rejects.toBeInstanceOf(
      NotFound,
    );
    expect(await listReviews(employee, { view: 'mine', limit: 10, offset: 0 })).toEqual([]);
    expect(await listReviewsById(employee, { reviewIds: [reviewId] })).toEqual([null]);
  });

  it('shows the employee the whole review afterwards, evidence included', async () => {
    await share();
    const content = await getReviewContent(employee, { reviewId });
    expect(content.evidence).toMatchObject([{ value: 50, n: 40, score: 75 }]);
    expect(await listReviews(employee, { view: 'mine', limit: 10, offset: 0 })).toHaveLength(1);
  });

  it('records the acknowledgement with its note, once, for manager and HR to read', async () => {
    await share();
    const done = await acknowledgeReview(employee, { reviewId, note: ' I was away in August. ' });
    expect(done).toMatchObject({ step: 'closed', acknowledgementNote: 'I was away in August.' });
    expect((await getReview(manager, { reviewId })).acknowledgedAt).not.toBeNull();
  });

  it('tells both by mail, each in their language, without a score', async () => {
    await share();
    await acknowledgeReview(employee, { reviewId, note: '' });
    const sent = await mails();
    expect(sent.map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ['ann@example.org', '您的考核可以查看了：2026年考核'],
      ['boss@example.org', 'Ann has seen the review: Review 2026'],
    ]);
    expect(sent[0]?.text_body).toContain(`http://localhost:3000/reviews/${reviewId}`);
    expect(sent.map(({ text_body }) => text_body).join()).not.toContain('77.5');
  });
});

describe('somebody else’s review', () => {
  it.each([
    ['a manager of somebody else', () => otherManager],
    ['a colleague', () => colleague],
    ['an executive', () => as(aViewer({ roles: ['executive'] }))],
    ['a department head', () => as(aViewer({ roles: ['department_head'] }))],
    ['an analyst', () => as(aViewer({ roles: ['analyst'] }))],
    ['an administrator', () => as(aViewer({ roles: ['administrator'] }))],
  ])('does not exist for %s, on any path', async (_, caller) => {
    await share();
    const ctx = caller();
    const paths = [
      () => getReview(ctx, { reviewId }),
      () => getReviewContent(ctx, { reviewId }),
      () => save(ctx),
      () => submitReview(ctx, { reviewId }),
      () => withdrawReview(ctx, { reviewId }),
      () => shareReview(ctx, { reviewId }),
      () => acknowledgeReview(ctx, { reviewId, note: '' }),
    ];
    for (const path of paths) await expect(path()).rejects.toBeInstanceOf(NotFound);
    expect(await listReviewsById(ctx, { reviewIds: [reviewId] })).toEqual([null]);
  });

  it('is read by HR, who cannot write, share or acknowledge it', async () => {
    expect((await getReviewContent(hr, { reviewId })).evidence).toHaveLength(1);
    const changes = [
      () => save(hr),
      () => submitReview(hr, { reviewId }),
      () => shareReview(hr, { reviewId }),
    ];
    for (const change of changes) await expect(change()).rejects.toBeInstanceOf(Forbidden);
  });

  it('is not the employee’s to write, even when it is shared', async () => {
    await share();
    await expect(save(employee)).rejects.toBeInstanceOf(Forbidden);
  });

  it('stays hidden from the person it is about also when they work in HR', async () => {
    await expect(getReview(hrSelf, { reviewId: hrReviewId })).rejects.toBeInstanceOf(NotFound);
    const seen = await listReviews(hrSelf, { view: 'all', limit: 100, offset: 0 });
    expect(seen.map((review) => review.reviewId)).not.toContain(hrReviewId);
    expect(seen.map((review) => review.reviewId)).toContain(reviewId);
  });
});
