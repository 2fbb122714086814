import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, InvalidInput, NotFound } from '../../platform/errors';
import { ChangedMeanwhile } from '../../platform/revision';
import { aPublishedTemplate, aTemplateInput } from '../../test/factories/appraisal';
import { aViewer } from '../../test/factories/viewer';
import { useDatabase } from '../../test/harness/use-database';
import {
  getTemplate,
  listReviewMetrics,
  listTemplates,
  publishTemplate,
  reviseTemplate,
  saveTemplate,
} from './index';

const database = useDatabase();
const hrViewer = aViewer({ roles: ['hr'] });
const hr = () => database.as(hrViewer).ctx;

beforeEach(async () => {
  await database.db
    .insertInto('user_account')
    .values({
      user_account_id: hrViewer.userAccountId,
      email: 'hr@example.org',
      display_name: 'HR',
    })
    .execute();
});

const create = (content = aTemplateInput()) =>
  saveTemplate(hr(), { templateId: null, revision: null, content });

describe('a review template', () => {
  it('is stored with the metric’s version and direction', async () => {
    const { templateId } = await create();
    const template = await getTemplate(hr(), { templateId });
    expect(template).toMatchObject({ version: 1, publishedAt: null, goalsWeightBp: 5000 });
    expect(template.indicators).toMatchObject([
      { metricKey: 'nps', metricVersion: 1, bands: { direction: 'higher', target: 40 } },
    ]);
  });

  it('is offered no retired metric, and keeps none', async () => {
    const offered = (await listReviewMetrics(hr())).map(({ key }) => key);
    expect(offered).toEqual(['nps', 'csat', 'ces']);
    const content = aTemplateInput();
    const retired = content.indicators.map((rule) => ({
      ...rule,
      metricKey: 'satisfaction_rate',
    }));
    await expect(create({ ...content, indicators: retired })).rejects.toMatchObject({
      fields: [expect.objectContaining({ path: ['indicators', 0, 'metric'] })],
    });
  });

  it('that holds a metric retired since can be revised, and says what to change', async () => {
    const { templateId } = await aPublishedTemplate(hr());
    await sql`set local session_replication_role = replica`.execute(database.db);
    await sql`update template_indicator set metric_key = 'satisfaction_rate', metric_version = 1`.execute(
      database.db,
    );
    await sql`set local session_replication_role = origin`.execute(database.db);
    const draft = await reviseTemplate(hr(), { templateId });
    expect(draft.indicators[0]).toMatchObject({ metricKey: 'satisfaction_rate' });
    await expect(publishTemplate(hr(), { templateId })).rejects.toMatchObject({
      fields: [expect.objectContaining({ path: ['indicators', 0, 'metric'] })],
    });
  });

  it('is not stored at all unless its weights total 100 %', async () => {
    await expect(create(aTemplateInput({ goalsWeightBp: 4999 }))).rejects.toBeInstanceOf(
      InvalidInput,
    );
    expect(await listTemplates(hr(), { limit: 10, offset: 0 })).toEqual([]);
  });

  it('is refused by the database too when its weights do not total 100 %', async () => {
    const { versionId } = await create();
    const change = database.db.transaction().execute(async (db) => {
      await db
        .updateTable('template_section')
        .set({ weight_bp: 4000 })
        .where('review_template_version_id', '=', versionId)
        .where('kind', '=', 'goals')
        .execute();
      await sql`set constraints all immediate`.execute(db);
    });
    await expect(change).rejects.toThrow('total 9000 basis points');
  });

  it('is not overwritten by somebody who has not seen the newest save', async () => {
    const { templateId, revision } = await create();
    const save = (name: string, seen: number | null) =>
      saveTemplate(hr(), {
        templateId,
        revision: seen,
        content: aTemplateInput({ name: { en: name, zh: '' } }),
      });
    expect((await save('First', revision)).revision).toBe(revision + 1);
    for (const seen of [revision, null])
      await expect(save('Second', seen)).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect((await getTemplate(hr(), { templateId })).name.en).toBe('First');
  });

  it('never changes once it is published; the next version does', async () => {
    const published = await aPublishedTemplate(hr());
    const { templateId, versionId } = published;
    const content = aTemplateInput({ name: { en: 'Changed', zh: '' } });
    await expect(
      saveTemplate(hr(), { templateId, revision: null, content }),
    ).rejects.toBeInstanceOf(Conflict);
    await expect(publishTemplate(hr(), { templateId })).rejects.toBeInstanceOf(Conflict);
    const draft = await reviseTemplate(hr(), { templateId });
    expect(draft).toMatchObject({ version: 2, publishedAt: null, name: published.name });
    await expect(reviseTemplate(hr(), { templateId })).rejects.toBeInstanceOf(Conflict);
    await saveTemplate(hr(), { templateId, revision: draft.revision, content });
    const [listed] = await listTemplates(hr(), { limit: 10, offset: 0 });
    expect(listed).toMatchObject({
      version: 2,
      publishedVersion: 1,
      publishedVersionId: versionId,
    });
  });

  it.each([
    'template_indicator',
    'template_competency',
    'template_section',
    'template_rating_label',
  ] as const)('is frozen by the database when published: %s', async (table) => {
    await aPublishedTemplate(hr());
    await expect(database.db.deleteFrom(table).execute()).rejects.toThrow(
      'a published review template never changes',
    );
  });

  it.each([
    ['employee', 'manager'],
    ['executive'],
    ['analyst'],
    ['administrator'],
    ['case_owner'],
  ] as const)('does not exist for %s', async (...roles) => {
    const { templateId } = await create();
    const ctx = database.as(aViewer({ roles })).ctx;
    await expect(getTemplate(ctx, { templateId })).rejects.toBeInstanceOf(NotFound);
    await expect(
      saveTemplate(ctx, { templateId, revision: null, content: aTemplateInput() }),
    ).rejects.toBeInstanceOf(NotFound);
  });
});
