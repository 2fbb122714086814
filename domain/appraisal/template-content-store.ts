import type { Db } from '../../platform/db';
import { newId } from '../../platform/ids';
import { type SectionKind, sectionsOf, type TemplateContent } from './template';
import type { MetricsByKey } from './template-problems';

/** Writes the sections of a version with their indicators, competencies and labels. */
export async function insertTemplateContent(
  db: Db,
  versionId: string,
  content: TemplateContent,
  metrics: MetricsByKey,
): Promise<void> {
  const sections = sectionsOf(content).map((section) => ({ ...section, id: newId() }));
  const idOf = (kind: SectionKind): string | undefined =>
    sections.find((section) => section.kind === kind)?.id;
  await db
    .insertInto('template_section')
    .values(
      sections.map((section, position) => ({
        template_section_id: section.id,
        review_template_version_id: versionId,
        kind: section.kind,
        weight_bp: section.weightBp,
        position,
      })),
    )
    .execute();
  await insertIndicators(db, idOf('cx_indicators'), content, metrics);
  await insertCompetencies(db, idOf('competencies'), content);
  await db
    .insertInto('template_rating_label')
    .values(
      content.ratingLabels.map((label, index) => ({
        review_template_version_id: versionId,
        rating: index + 1,
        label_en: label.en,
        label_zh: label.zh,
      })),
    )
    .execute();
}

async function insertIndicators(
  db: Db,
  sectionId: string | undefined,
  { indicators }: TemplateContent,
  metrics: MetricsByKey,
): Promise<void> {
  if (!sectionId || indicators.length === 0) return;
  await db
    .insertInto('template_indicator')
    .values(
      indicators.map((rule, position) => ({
        template_indicator_id: newId(),
        template_section_id: sectionId,
        metric_key: rule.metricKey,
        metric_version: metrics.get(rule.metricKey)!.version,
        scope: rule.scope,
        period_rule: rule.periodRule,
        direction: rule.bands.direction,
        threshold: rule.bands.threshold,
        target: rule.bands.target,
        stretch: rule.bands.stretch,
        weight_bp: rule.weightBp,
        minimum_n: rule.minimumN,
        position,
      })),
    )
    .execute();
}

async function insertCompetencies(
  db: Db,
  sectionId: string | undefined,
  { competencies }: TemplateContent,
): Promise<void> {
  if (!sectionId || competencies.length === 0) return;
  await db
    .insertInto('template_competency')
    .values(
      competencies.map((label, position) => ({
        template_competency_id: newId(),
        template_section_id: sectionId,
        label_en: label.en,
        label_zh: label.zh,
        position,
      })),
    )
    .execute();
}
