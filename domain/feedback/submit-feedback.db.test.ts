import { describe, expect, it } from 'vitest';
import { randomId } from '../../platform/ids';
import { anOpenLink } from '../../test/factories/survey';
import { testContext } from '../../test/harness/test-context';
import { useDatabase, useOwnDatabase } from '../../test/harness/use-database';
import { anonymousViewer } from '../access';
import type { Context } from '../context';
import { createLinkCache } from '../surveys';
import { submitFeedback } from './submit-feedback';

const answers = { recommend: '9', satisfaction: '4', effort: '7', reason: 'Kind people.' };

async function send(
  ctx: Context,
  token: string,
  submitted: Record<string, string>,
  submissionKey = randomId(),
) {
  const link = await createLinkCache().find(ctx, token);
  return submitFeedback(ctx, { link: link!, submissionKey, submitted, locale: 'en' });
}

describe('feedback through an open link', () => {
  const t = useDatabase();

  it('is stored with its scores, its comment, and the place that the link stands for', async () => {
    const ctx = testContext(t.db, anonymousViewer);
    const { token, departmentId, touchpointId } = await anOpenLink(t.db, { channel: 'qr_code' });
    expect(await send(ctx, token, answers)).toEqual({ ok: true });
    const stored = await t.db
      .selectFrom('feedback')
      .selectAll()
      .where('department_id', '=', departmentId)
      .execute();
    expect(stored).toMatchObject([
      {
        nps_score: 9,
        csat_score: 4,
        ces_score: 7,
        comment: 'Kind people.',
        touchpoint_id: touchpointId,
        channel: 'qr_code',
        source: 'survey',
        employee_id: null,
      },
    ]);
  });

  it('sent twice with one key is stored once and answered the same', async () => {
    const ctx = testContext(t.db, anonymousViewer);
    const { token, departmentId } = await anOpenLink(t.db);
    const key = randomId();
    expect(await send(ctx, token, answers, key)).toEqual(await send(ctx, token, answers, key));
    const stored = await t.db
      .selectFrom('feedback')
      .select('feedback_id')
      .where('department_id', '=', departmentId)
      .execute();
    expect(stored).toHaveLength(1);
  });

  it('with something wrong stores nothing, not even the key', async () => {
    const ctx = testContext(t.db, anonymousViewer);
    const { token, departmentId } = await anOpenLink(t.db);
    const key = randomId();
    const outcome = await send(ctx, token, { ...answers, recommend: '11' }, key);
    expect(outcome).toMatchObject({ ok: false, problems: [{ questionKey: 'recommend' }] });
    await send(ctx, token, answers, key);
    const stored = await t.db
      .selectFrom('feedback')
      .select('nps_score')
      .where('department_id', '=', departmentId)
      .execute();
    expect(stored).toEqual([{ nps_score: 9 }]);
  });
});

describe('feedback from more people than there are connections', () => {
  const t = useOwnDatabase({ max: 2 });

  it('is all stored, each once, although everyone sends twice at the same moment', async () => {
    const ctx = testContext(t.db, anonymousViewer);
    const { token, departmentId } = await anOpenLink(t.db);
    const keys = Array.from({ length: 60 }, () => randomId());
    const outcomes = await Promise.all(
      [...keys, ...keys].map((key) => send(ctx, token, answers, key)),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const stored = await t.db
      .selectFrom('feedback')
      .select('feedback_id')
      .where('department_id', '=', departmentId)
      .execute();
    expect(stored).toHaveLength(keys.length);
  });
});
