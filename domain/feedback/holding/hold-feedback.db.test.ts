import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../../../test/factories/feedback-import';
import { testContext } from '../../../test/harness/test-context';
import { useDatabase } from '../../../test/harness/use-database';
import { systemViewer } from '../../access';
import type { Context } from '../../context';
import { createDepartment } from '../../organisation';
import { listComments } from '../comments';
import { getFeedback, holdFeedback, listHeldFeedback, listHolds, releaseFeedback } from '.';

const database = useDatabase();
let ctx: Context;
let place: { feedbackId: string; occurredAt: Date };

beforeEach(async () => {
  ctx = testContext(database.db, systemViewer);
  const root = await createDepartment(ctx, {
    code: 'ROOT',
    nameEn: 'All',
    nameZh: '全部',
    parentDepartmentId: null,
  });
  const content = 'shop,date,csat,comment\nShop,2026-03-01,5,fine\nShop,2026-03-02,1,odd\n';
  await importFile(ctx, content, { createUnderId: root.departmentId });
  const { comments } = await listComments(ctx, { search: 'odd' });
  const { feedbackId, occurredAt } = comments[0]!;
  place = { feedbackId, occurredAt };
});

/** What analysis sees. */
async function counted(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from mart.feedback`.execute(
    ctx.db,
  );
  return rows[0]?.n ?? 0;
}

describe('feedback that is held', () => {
  it('is out of numbers and comments with a reason, and comes back with a reason', async () => {
    await holdFeedback(ctx, { ...place, reason: 'Answered by our own staff' });
    expect(await counted()).toBe(1);
    expect((await listComments(ctx, { search: 'odd' })).comments).toEqual([]);
    expect(await listHeldFeedback(ctx, { limit: 10 })).toMatchObject([{ comment: 'odd' }]);

    await releaseFeedback(ctx, { ...place, reason: 'It was a customer after all' });
    expect(await counted()).toBe(2);
    expect(await listHeldFeedback(ctx, { limit: 10 })).toEqual([]);
    expect(await getFeedback(ctx, place)).toMatchObject({ isHeld: false });
    expect(await listHolds(ctx, place)).toMatchObject([
      { reason: 'Answered by our own staff', releaseReason: 'It was a customer after all' },
    ]);
    const { rows } = await sql`
      select action from audit_entry where subject_id = ${place.feedbackId} order by action`.execute(
      ctx.db,
    );
    expect(rows).toEqual([{ action: 'feedback.hold' }, { action: 'feedback.release' }]);
  });

  it('marks its day as changed, so that roll-ups are built again', async () => {
    await sql`delete from change_note`.execute(ctx.db);
    await holdFeedback(ctx, { ...place, reason: 'Twice' });
    const { rows } = await sql`
      select distinct n.day = (f.occurred_at at time zone 'UTC')::date as is_its_day
      from change_note n, feedback f where n.fact = 'feedback' and f.feedback_id = ${place.feedbackId}`.execute(
      ctx.db,
    );
    expect(rows).toEqual([{ is_its_day: true }]);
  });

  it('is not held twice, nor released twice, nor without a reason, nor where there is none', async () => {
    const code = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    const reason = 'A reason';
    expect(await code(releaseFeedback(ctx, { ...place, reason }))).toBe('CONFLICT');
    expect(await code(holdFeedback(ctx, { ...place, reason: '  ' }))).toBe('INVALID');
    expect(await code(holdFeedback(ctx, { ...place, reason }))).toBe('done');
    expect(await code(holdFeedback(ctx, { ...place, reason }))).toBe('CONFLICT');
    const elsewhere = { ...place, occurredAt: new Date('2026-03-05T12:00:00Z') };
    expect(await code(holdFeedback(ctx, { ...elsewhere, reason }))).toBe('NOT_FOUND');
  });
});
