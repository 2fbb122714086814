import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { NotFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { aDepartment } from '../../test/factories/organisation';
import { anOpenLink, aSurvey, aTouchpoint } from '../../test/factories/survey';
import { aViewer } from '../../test/factories/viewer';
import { testContext } from '../../test/harness/test-context';
import { useDatabase } from '../../test/harness/use-database';
import {
  createLinkCache,
  createOpenLink,
  deactivateOpenLink,
  getSurveyVersion,
  listOpenLinks,
  publishSurvey,
} from '.';

const analyst = aViewer({ roles: ['analyst'] });
const questions = [{ key: 'recommend', kind: 'nps', text: { en: 'Likely?', zh: '可能吗？' } }];

describe('surveys', () => {
  const t = useDatabase();

  it('get a new version when they are edited, and the earlier one stays as it was', async () => {
    const ctx = testContext(t.db, analyst);
    const base = { audience: 'customer', nameEn: 'Visit', nameZh: '到店' };
    const first = await publishSurvey(ctx, { ...base, questions });
    const second = await publishSurvey(ctx, {
      ...base,
      surveyId: first.surveyId,
      questions: [
        ...questions,
        { key: 'why', kind: 'comment', text: { en: 'Why?', zh: '为什么？' } },
      ],
    });
    expect(second.version).toBe(2);
    const kept = await getSurveyVersion(ctx, first.surveyVersionId);
    expect(kept.questions.map(({ key }) => key)).toEqual(['recommend']);
  });

  it('cannot be changed in the database once published', async () => {
    const { surveyVersionId } = await aSurvey(t.db);
    const change = t.db
      .transaction()
      .execute((tx) =>
        sql`update survey_question set text_en = 'Other' where survey_version_id = ${surveyVersionId}`.execute(
          tx,
        ),
      );
    await expect(change).rejects.toThrow('a published survey version never changes');
  });

  it('refuse a question kind twice for customers, naming the question', async () => {
    const publishing = publishSurvey(testContext(t.db, analyst), {
      audience: 'customer',
      nameEn: 'Visit',
      nameZh: '到店',
      questions: [...questions, { ...questions[0], key: 'again' }],
    });
    await expect(publishing).rejects.toMatchObject({
      code: 'INVALID',
      fields: [{ path: ['questions', 1, 'kind'] }],
    });
  });

  it('are published by analysts only', async () => {
    const ctx = testContext(t.db, aViewer({ roles: ['hr', 'employee', 'manager'] }));
    await expect(publishSurvey(ctx, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('links for feedback', () => {
  const t = useDatabase();

  it('belong to the owner of the touchpoint unless another department is chosen', async () => {
    const ctx = testContext(t.db, analyst);
    const owner = await aDepartment(t.db);
    const touchpointId = await aTouchpoint(t.db, { departmentId: owner });
    const link = await createOpenLink(ctx, { touchpointId, channel: 'qr_code' });
    expect(link).toMatchObject({ departmentId: owner, channel: 'qr_code', deactivatedAt: null });
    expect(link.token).toMatch(/^[\w-]{16}$/);
    const nowhere = { touchpointId, channel: 'qr_code', departmentId: newId() };
    await expect(createOpenLink(ctx, nowhere)).rejects.toBeInstanceOf(NotFound);
  });

  it('ask the standard questions where no survey was published before', async () => {
    const ctx = testContext(t.db, analyst);
    const { token } = await createOpenLink(ctx, {
      touchpointId: await aTouchpoint(t.db),
      channel: 'kiosk',
    });
    const found = await createLinkCache().find(ctx, token);
    expect(found?.questions.map(({ kind }) => kind)).toEqual(['nps', 'csat', 'ces', 'comment']);
  });

  it('leave use for good, stay in the list, and record who did it', async () => {
    const ctx = testContext(t.db, analyst);
    const { openLinkId, token } = await anOpenLink(t.db);
    await deactivateOpenLink(ctx, { openLinkId });
    await deactivateOpenLink(ctx, { openLinkId });
    expect((await createLinkCache().find(ctx, token))?.isActive).toBe(false);
    expect((await listOpenLinks(ctx)).map((link) => link.openLinkId)).toContain(openLinkId);
    const entries = await t.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject_id', '=', openLinkId)
      .execute();
    expect(entries).toHaveLength(2);
  });

  it('are looked up once for many visits in a row', async () => {
    const ctx = testContext(t.db, analyst);
    const { token, openLinkId } = await anOpenLink(t.db);
    const cache = createLinkCache();
    await cache.find(ctx, token);
    await deactivateOpenLink(ctx, { openLinkId });
    expect((await cache.find(ctx, token))?.isActive).toBe(true);
    expect(await cache.find(ctx, 'not a token at all')).toBeUndefined();
  });
});
