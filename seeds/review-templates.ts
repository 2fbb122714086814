import { DateTime } from 'luxon';
import type { TemplateVersion } from '../domain/appraisal';
import { RATING_LABELS, REVIEW_COMPETENCIES } from './data/review-texts';
import type { SeedContext } from './seed-context';
import type { SeedRandom } from './seed-random';

const text = ([en, zh]: readonly [string, string]) => ({ en, zh });

/** The template that the cycle uses, and a draft for the delivery teams. */
export function planTemplates(seed: SeedContext, random: SeedRandom): TemplateVersion[] {
  const at = (days: number) => DateTime.fromJSDate(seed.now).minus({ days }).toJSDate();
  const shared = {
    version: 1,
    revision: 1,
    hasComments: true,
    ratingLabels: RATING_LABELS.map(text),
  };
  const competencies = (madeAt: Date) =>
    REVIEW_COMPETENCIES.map((label) => ({
      competencyId: random.uuidAt(madeAt),
      label: text(label),
    }));
  const indicator = (
    madeAt: Date,
    rule: {
      metricKey: string;
      scope: 'department' | 'team';
      bands: readonly [number, number, number];
      weightBp: number;
    },
  ) => ({
    indicatorId: random.uuidAt(madeAt),
    metricKey: rule.metricKey,
    metricVersion: 1,
    scope: rule.scope,
    periodRule: 'last_complete_quarter' as const,
    bands: {
      direction: 'higher' as const,
      threshold: rule.bands[0],
      target: rule.bands[1],
      stretch: rule.bands[2],
    },
    weightBp: rule.weightBp,
    minimumN: 30,
  });
  return [
    {
      ...shared,
      templateId: random.uuidAt(at(60)),
      versionId: random.uuidAt(at(60)),
      name: { en: 'Store team review', zh: '门店团队考核' },
      updatedAt: at(55),
      publishedAt: at(55),
      goalsWeightBp: 5000,
      indicatorsWeightBp: 3000,
      competenciesWeightBp: 2000,
      indicators: [
        indicator(at(60), {
          metricKey: 'nps',
          scope: 'department',
          bands: [30, 50, 70],
          weightBp: 6000,
        }),
        indicator(at(60), {
          metricKey: 'csat',
          scope: 'team',
          bands: [70, 80, 92],
          weightBp: 4000,
        }),
      ],
      competencies: competencies(at(60)),
    },
    {
      ...shared,
      templateId: random.uuidAt(at(4)),
      versionId: random.uuidAt(at(4)),
      name: { en: 'Delivery crew review', zh: '配送团队考核' },
      updatedAt: at(3),
      publishedAt: null,
      goalsWeightBp: 4000,
      indicatorsWeightBp: 4000,
      competenciesWeightBp: 2000,
      indicators: [
        indicator(at(4), {
          metricKey: 'csat',
          scope: 'department',
          bands: [65, 75, 88],
          weightBp: 10_000,
        }),
      ],
      competencies: competencies(at(4)),
    },
  ];
}

/** Stores the templates and gives back the first, which is published. */
export async function seedTemplates(
  seed: SeedContext,
  templates: readonly TemplateVersion[],
): Promise<TemplateVersion> {
  const random = seed.random('review-template');
  await seed.copy(
    'review_template',
    ['review_template_id', 'created_at'],
    templates.map((template) => [template.templateId, template.updatedAt]),
  );
  await seed.copy(
    'review_template_version',
    [
      'review_template_version_id',
      'review_template_id',
      'version',
      'name_en',
      'name_zh',
      'created_at',
      'updated_at',
    ],
    templates.map((template) => [
      template.versionId,
      template.templateId,
      template.version,
      template.name.en,
      template.name.zh,
      template.updatedAt,
      template.updatedAt,
    ]),
  );
  for (const template of templates) await seedSections(seed, template, random);
  // Last, because a published version refuses parts.
  for (const { versionId, publishedAt } of templates) {
    if (publishedAt) {
      await seed.sql`
        update review_template_version set published_at = ${publishedAt} where review_template_version_id = ${versionId}`;
    }
  }
  return templates[0]!;
}

async function seedSections(
  seed: SeedContext,
  template: TemplateVersion,
  random: SeedRandom,
): Promise<void> {
  const sections = [
    ['goals', template.goalsWeightBp],
    ['cx_indicators', template.indicatorsWeightBp],
    ['competencies', template.competenciesWeightBp],
    ['comments', 0],
  ] as const;
  const ids = sections.map(() => random.uuidAt(template.updatedAt));
  await seed.copy(
    'template_section',
    ['template_section_id', 'review_template_version_id', 'kind', 'weight_bp', 'position'],
    sections.map(([kind, weightBp], position) => [
      ids[position]!,
      template.versionId,
      kind,
      weightBp,
      position,
    ]),
  );
  await seed.copy(
    'template_indicator',
    [
      'template_indicator_id',
      'template_section_id',
      'metric_key',
      'metric_version',
      'scope',
      'period_rule',
      'direction',
      'threshold',
      'target',
      'stretch',
      'weight_bp',
      'minimum_n',
      'position',
    ],
    template.indicators.map((rule, position) => [
      rule.indicatorId,
      ids[1]!,
      rule.metricKey,
      rule.metricVersion,
      rule.scope,
      rule.periodRule,
      rule.bands.direction,
      rule.bands.threshold,
      rule.bands.target,
      rule.bands.stretch,
      rule.weightBp,
      rule.minimumN,
      position,
    ]),
  );
  await seed.copy(
    'template_competency',
    ['template_competency_id', 'template_section_id', 'label_en', 'label_zh', 'position'],
    template.competencies.map(({ competencyId, label }, position) => [
      competencyId,
      ids[2]!,
      label.en,
      label.zh,
      position,
    ]),
  );
  await seed.copy(
    'template_rating_label',
    ['review_template_version_id', 'rating', 'label_en', 'label_zh'],
    template.ratingLabels.map((label, index) => [
      template.versionId,
      index + 1,
      label.en,
      label.zh,
    ]),
  );
}
