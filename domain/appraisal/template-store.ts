import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { newId } from '../../platform/ids';
import type { Direction } from './indicator-score';
import { insertTemplateContent } from './template-content-store';
import type {
  IndicatorScope,
  PeriodRule,
  SectionKind,
  StoredCompetency,
  StoredIndicator,
  TemplateContent,
  TemplateVersion,
} from './template';
import type { MetricsByKey } from './template-problems';

/** A template in the list: its newest version, and whether people are reviewed with it. */
export interface TemplateSummary {
  templateId: string;
  versionId: string;
  nameEn: string;
  nameZh: string;
  version: number;
  publishedAt: Date | null;
  updatedAt: Date;
  publishedVersionId: string | null;
  publishedVersion: number | null;
  indicatorCount: number;
  cycleCount: number;
}

export async function selectTemplates(
  db: Db,
  { search, limit, offset }: { search?: string; limit: number; offset: number },
): Promise<TemplateSummary[]> {
  return db
    .selectFrom('review_template as t')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('review_template_version as v')
          .whereRef('v.review_template_id', '=', 't.review_template_id')
          .selectAll('v')
          .orderBy('v.version', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('review_template_version as v')
          .whereRef('v.review_template_id', '=', 't.review_template_id')
          .where('v.published_at', 'is not', null)
          .select(['v.review_template_version_id', 'v.version'])
          .orderBy('v.version', 'desc')
          .limit(1)
          .as('published'),
      (join) => join.onTrue(),
    )
    .where('t.archived_at', 'is', null)
    .$if(Boolean(search), (query) =>
      query.where((eb) =>
        eb.or([
          eb('newest.name_en', 'ilike', `%${escapeLike(search ?? '')}%`),
          eb('newest.name_zh', 'ilike', `%${escapeLike(search ?? '')}%`),
        ]),
      ),
    )
    .select([
      't.review_template_id as templateId',
      'newest.review_template_version_id as versionId',
      'newest.name_en as nameEn',
      'newest.name_zh as nameZh',
      'newest.version as version',
      'newest.published_at as publishedAt',
      'newest.updated_at as updatedAt',
      'published.review_template_version_id as publishedVersionId',
      'published.version as publishedVersion',
      sql<number>`(select count(*)::int from template_indicator i join template_section s using (template_section_id)
        where s.review_template_version_id = newest.review_template_version_id)`.as(
        'indicatorCount',
      ),
      sql<number>`(select count(*)::int from review_cycle c join review_template_version v using (review_template_version_id)
        where v.review_template_id = t.review_template_id)`.as('cycleCount'),
    ])
    .orderBy('newest.updated_at', 'desc')
    .orderBy('t.review_template_id')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** Characters that mean something to LIKE are meant literally when a person types them. */
export function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}

/** The version with all of its parts; with `lock`, nobody else changes it before the transaction ends. */
export async function findTemplateVersion(
  db: Db,
  versionId: string,
  { lock = false } = {},
): Promise<TemplateVersion | undefined> {
  const version = await db
    .selectFrom('review_template_version')
    .selectAll()
    .where('review_template_version_id', '=', versionId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!version) return undefined;
  const sections = await selectSections(db, versionId);
  const weightOf = (kind: SectionKind): number =>
    sections.find((section) => section.kind === kind)?.weight_bp ?? 0;
  return {
    templateId: version.review_template_id,
    versionId,
    version: version.version,
    revision: version.revision,
    publishedAt: version.published_at,
    updatedAt: version.updated_at,
    name: { en: version.name_en, zh: version.name_zh },
    goalsWeightBp: weightOf('goals'),
    indicatorsWeightBp: weightOf('cx_indicators'),
    competenciesWeightBp: weightOf('competencies'),
    hasComments: sections.some((section) => section.kind === 'comments'),
    indicators: await selectIndicators(db, versionId),
    competencies: await selectCompetencies(db, versionId),
    ratingLabels: await selectRatingLabels(db, versionId),
  };
}

function selectSections(db: Db, versionId: string) {
  return db
    .selectFrom('template_section')
    .select(['template_section_id', 'kind', 'weight_bp'])
    .where('review_template_version_id', '=', versionId)
    .orderBy('position')
    .execute();
}

async function selectIndicators(db: Db, versionId: string): Promise<StoredIndicator[]> {
  const rows = await db
    .selectFrom('template_indicator as i')
    .innerJoin('template_section as s', 's.template_section_id', 'i.template_section_id')
    .where('s.review_template_version_id', '=', versionId)
    .selectAll('i')
    .orderBy('i.position')
    .execute();
  return rows.map((row) => ({
    indicatorId: row.template_indicator_id,
    metricKey: row.metric_key,
    metricVersion: row.metric_version,
    scope: row.scope as IndicatorScope,
    periodRule: row.period_rule as PeriodRule,
    bands: {
      direction: row.direction as Direction,
      threshold: row.threshold,
      target: row.target,
      stretch: row.stretch,
    },
    weightBp: row.weight_bp,
    minimumN: row.minimum_n,
  }));
}

async function selectCompetencies(db: Db, versionId: string): Promise<StoredCompetency[]> {
  const rows = await db
    .selectFrom('template_competency as c')
    .innerJoin('template_section as s', 's.template_section_id', 'c.template_section_id')
    .where('s.review_template_version_id', '=', versionId)
    .select(['c.template_competency_id', 'c.label_en', 'c.label_zh'])
    .orderBy('c.position')
    .execute();
  return rows.map((row) => ({
    competencyId: row.template_competency_id,
    label: { en: row.label_en, zh: row.label_zh },
  }));
}

async function selectRatingLabels(db: Db, versionId: string) {
  const rows = await db
    .selectFrom('template_rating_label')
    .select(['label_en', 'label_zh'])
    .where('review_template_version_id', '=', versionId)
    .orderBy('rating')
    .execute();
  return rows.map((row) => ({ en: row.label_en, zh: row.label_zh }));
}

/** The template's newest version, draft or published. */
export async function findNewestVersionId(db: Db, templateId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('review_template_version')
    .select('review_template_version_id')
    .where('review_template_id', '=', templateId)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row?.review_template_version_id;
}

/** The newest published version of a template. */
export async function findPublishedVersionId(
  db: Db,
  templateId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('review_template_version')
    .select('review_template_version_id')
    .where('review_template_id', '=', templateId)
    .where('published_at', 'is not', null)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row?.review_template_version_id;
}

export async function insertTemplate(
  db: Db,
  values: { createdBy: string | null; at: Date },
): Promise<string> {
  const templateId = newId();
  await db
    .insertInto('review_template')
    .values({ review_template_id: templateId, created_by: values.createdBy, created_at: values.at })
    .execute();
  return templateId;
}

/** Adds a draft version with its content and returns its id. */
export async function insertDraft(
  db: Db,
  values: { templateId: string; version: number; content: TemplateContent; at: Date },
  metrics: MetricsByKey,
): Promise<string> {
  const versionId = newId();
  await db
    .insertInto('review_template_version')
    .values({
      review_template_version_id: versionId,
      review_template_id: values.templateId,
      version: values.version,
      name_en: values.content.name.en,
      name_zh: values.content.name.zh,
      created_at: values.at,
      updated_at: values.at,
    })
    .execute();
  await insertTemplateContent(db, versionId, values.content, metrics);
  return versionId;
}

/** Replaces what a draft says. Cycles only ever use published versions, so nothing points at the replaced parts. */
export async function replaceDraft(
  db: Db,
  values: { versionId: string; content: TemplateContent; at: Date },
  metrics: MetricsByKey,
): Promise<void> {
  const { versionId, content } = values;
  await db
    .deleteFrom('template_section')
    .where('review_template_version_id', '=', versionId)
    .execute();
  await db
    .deleteFrom('template_rating_label')
    .where('review_template_version_id', '=', versionId)
    .execute();
  await db
    .updateTable('review_template_version')
    .set((eb) => ({
      name_en: content.name.en,
      name_zh: content.name.zh,
      updated_at: values.at,
      revision: eb('revision', '+', 1),
    }))
    .where('review_template_version_id', '=', versionId)
    .execute();
  await insertTemplateContent(db, versionId, content, metrics);
}

export async function markPublished(
  db: Db,
  values: { versionId: string; by: string | null; at: Date },
): Promise<void> {
  await db
    .updateTable('review_template_version')
    .set({ published_at: values.at, published_by: values.by, updated_at: values.at })
    .where('review_template_version_id', '=', values.versionId)
    .execute();
}
