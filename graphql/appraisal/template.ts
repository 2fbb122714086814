import {
  filledText,
  getTemplate,
  type IndicatorBands,
  listReviewMetrics,
  listTemplates,
  publishTemplate,
  reviseTemplate,
  type ReviewMetric,
  saveTemplate,
  type StoredCompetency,
  type StoredIndicator,
  suggestBands,
  type TemplateSummary,
  type TemplateVersion,
} from '../../domain/appraisal';
import type { Text } from '../../universal/text';
import { MetricDirectionEnum, MetricNode, MetricUnitEnum } from '../analytics/metric';
import { builder } from '../builder';
import { asId } from '../scalars';
import { IndicatorScopeEnum } from './enums';
import { basisPoints, percentOf } from './percent';

const LabelObject = builder.objectRef<Text>('ReviewLabel').implement({
  description: 'Words that may have been given in one language only.',
  fields: (t) => ({
    text: t.string({
      description: 'In the reader’s language, or in the one there is.',
      resolve: (label, _args, { locale }) => filledText(label)[locale],
    }),
    en: t.exposeString('en'),
    zh: t.exposeString('zh'),
  }),
});

const IndicatorObject = builder.objectRef<StoredIndicator>('TemplateIndicator').implement({
  description: 'A customer metric as it counts in a review.',
  fields: (t) => ({
    indicatorId: t.exposeID('indicatorId'),
    metric: t.field({ type: MetricNode, resolve: ({ metricKey }) => metricKey }),
    metricVersion: t.exposeInt('metricVersion'),
    scope: t.field({ type: IndicatorScopeEnum, resolve: ({ scope }) => scope }),
    direction: t.field({ type: MetricDirectionEnum, resolve: ({ bands }) => bands.direction }),
    threshold: t.float({ description: 'Gives 0.', resolve: ({ bands }) => bands.threshold }),
    target: t.float({
      description:
        'Gives 50, for departments without a target on their scorecard. For the others that one counts, with threshold and stretch as far from it as from this.',
      resolve: ({ bands }) => bands.target,
    }),
    stretch: t.float({ description: 'Gives 100.', resolve: ({ bands }) => bands.stretch }),
    weight: t.float({
      description: 'Per cent of the section of customer indicators.',
      resolve: ({ weightBp }) => percentOf(weightBp),
    }),
    minimumN: t.exposeInt('minimumN', {
      description: 'With fewer answers the indicator does not count.',
    }),
  }),
});

const CompetencyObject = builder.objectRef<StoredCompetency>('TemplateCompetency').implement({
  fields: (t) => ({
    competencyId: t.exposeID('competencyId'),
    label: t.field({ type: LabelObject, resolve: ({ label }) => label }),
  }),
});

const TemplateObject = builder.objectRef<TemplateVersion>('ReviewTemplate').implement({
  description:
    'The newest version of a review template. Weights are per cent and total exactly 100.',
  fields: (t) => ({
    templateId: t.exposeID('templateId'),
    name: t.field({ type: LabelObject, resolve: ({ name }) => name }),
    version: t.exposeInt('version'),
    revision: t.exposeInt('revision', { description: 'Counts up with each save of a draft.' }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'From then on the version never changes; null for a draft.',
      resolve: ({ publishedAt }) => publishedAt,
    }),
    updatedAt: t.field({ type: 'DateTime', resolve: ({ updatedAt }) => updatedAt }),
    goalsWeight: t.float({ resolve: ({ goalsWeightBp }) => percentOf(goalsWeightBp) }),
    indicatorsWeight: t.float({
      resolve: ({ indicatorsWeightBp }) => percentOf(indicatorsWeightBp),
    }),
    competenciesWeight: t.float({
      resolve: ({ competenciesWeightBp }) => percentOf(competenciesWeightBp),
    }),
    hasComments: t.exposeBoolean('hasComments'),
    indicators: t.field({ type: [IndicatorObject], resolve: ({ indicators }) => [...indicators] }),
    competencies: t.field({
      type: [CompetencyObject],
      resolve: ({ competencies }) => [...competencies],
    }),
    ratingLabels: t.field({
      type: [LabelObject],
      description: 'The words for the ratings 1 to 5.',
      resolve: ({ ratingLabels }) => [...ratingLabels],
    }),
  }),
});

const TemplateSummaryObject = builder
  .objectRef<TemplateSummary>('ReviewTemplateSummary')
  .implement({
    fields: (t) => ({
      templateId: t.exposeID('templateId'),
      name: t.string({
        description: 'In the reader’s language.',
        resolve: ({ nameEn, nameZh }, _args, { locale }) =>
          filledText({ en: nameEn, zh: nameZh })[locale],
      }),
      version: t.exposeInt('version', { description: 'The newest, draft or published.' }),
      isDraft: t.boolean({ resolve: ({ publishedAt }) => publishedAt === null }),
      publishedVersion: t.exposeInt('publishedVersion', {
        nullable: true,
        description: 'What new cycles would use.',
      }),
      updatedAt: t.field({ type: 'DateTime', resolve: ({ updatedAt }) => updatedAt }),
      indicatorCount: t.exposeInt('indicatorCount'),
      cycleCount: t.exposeInt('cycleCount'),
    }),
  });

const BandsObject = builder.objectRef<IndicatorBands>('IndicatorBands').implement({
  fields: (t) => ({
    threshold: t.exposeFloat('threshold'),
    target: t.exposeFloat('target'),
    stretch: t.exposeFloat('stretch'),
  }),
});

const ReviewMetricObject = builder.objectRef<ReviewMetric>('ReviewMetric').implement({
  description: 'A certified customer metric that may be linked to a review.',
  fields: (t) => ({
    key: t.exposeString('key'),
    name: t.string({ resolve: ({ name }, _args, { locale }) => name[locale] }),
    unit: t.field({ type: MetricUnitEnum, resolve: ({ unit }) => unit }),
    direction: t.field({ type: MetricDirectionEnum, resolve: ({ direction }) => direction }),
    minimum: t.exposeFloat('minimum', {
      nullable: true,
      description: 'The lower end of its scale.',
    }),
    maximum: t.exposeFloat('maximum', { nullable: true }),
    minimumN: t.exposeInt('minimumN'),
    suggestedBands: t.field({
      type: BandsObject,
      nullable: true,
      description:
        'To begin with, from what departments had in the last complete quarter; null where too few had a value.',
      complexity: { field: 20 },
      resolve: (metric, _args, ctx) => suggestBands(ctx, { metric }),
    }),
  }),
});

const longestList = 200;

builder.queryFields((t) => ({
  reviewTemplates: t.field({
    type: [TemplateSummaryObject],
    description: 'The one changed last first; at most 200.',
    authScopes: { can: ['read', 'ReviewTemplate'] },
    args: { search: t.arg.string({ required: false }) },
    resolve: (_root, { search }, ctx) =>
      listTemplates(ctx, { ...(search && { search }), limit: longestList, offset: 0 }),
  }),
  reviewTemplate: t.field({
    type: TemplateObject,
    authScopes: { can: ['read', 'ReviewTemplate'] },
    args: { templateId: t.arg.id() },
    resolve: (_root, { templateId }, ctx) => getTemplate(ctx, { templateId: asId(templateId) }),
  }),
  reviewMetrics: t.field({
    type: [ReviewMetricObject],
    authScopes: { can: ['read', 'ReviewTemplate'] },
    resolve: (_root, _args, ctx) => listReviewMetrics(ctx),
  }),
}));

export const TemplateIndicatorInput = builder.inputType('TemplateIndicatorInput', {
  fields: (t) => ({
    metric: t.string({ description: 'Its key.' }),
    scope: t.field({ type: IndicatorScopeEnum }),
    threshold: t.float(),
    target: t.float(),
    stretch: t.float(),
    weight: t.float({ description: 'Per cent of the section; all of them total exactly 100.' }),
    minimumN: t.int(),
  }),
});

const LabelInput = builder.inputType('ReviewLabelInput', {
  description: 'At least one of the two.',
  fields: (t) => ({ labelEn: t.string(), labelZh: t.string() }),
});

const SaveReviewTemplateInput = builder.inputType('SaveReviewTemplateInput', {
  fields: (t) => ({
    templateId: t.id({ required: false, description: 'Absent for a new template.' }),
    revision: t.int({
      required: false,
      description: 'The one the editor was opened with; a later save is then not overwritten.',
    }),
    nameEn: t.string(),
    nameZh: t.string(),
    goalsWeight: t.float(),
    indicatorsWeight: t.float(),
    competenciesWeight: t.float(),
    hasComments: t.boolean(),
    indicators: t.field({ type: [TemplateIndicatorInput] }),
    competencies: t.field({ type: [LabelInput] }),
    ratingLabels: t.field({ type: [LabelInput] }),
  }),
});

const ReviewTemplateIdInput = (name: string) =>
  builder.inputType(name, { fields: (t) => ({ templateId: t.id() }) });

const textOfLabel = ({ labelEn, labelZh }: { labelEn: string; labelZh: string }): Text => ({
  en: labelEn.trim(),
  zh: labelZh.trim(),
});

/** An indicator as the domain takes it. */
export function indicatorOf({
  metric,
  weight,
  ...input
}: typeof TemplateIndicatorInput.$inferInput) {
  return {
    ...input,
    metricKey: metric,
    periodRule: 'last_complete_quarter' as const,
    weightBp: basisPoints(weight),
  };
}

builder.mutationFields((t) => ({
  saveReviewTemplate: t.field({
    type: TemplateObject,
    errors: {},
    authScopes: { can: ['update', 'ReviewTemplate'] },
    args: { input: t.arg({ type: SaveReviewTemplateInput }) },
    resolve: (_root, { input }, ctx) =>
      saveTemplate(ctx, {
        templateId: input.templateId ? asId(input.templateId) : null,
        revision: input.revision ?? null,
        content: {
          name: { en: input.nameEn.trim(), zh: input.nameZh.trim() },
          goalsWeightBp: basisPoints(input.goalsWeight),
          indicatorsWeightBp: basisPoints(input.indicatorsWeight),
          competenciesWeightBp: basisPoints(input.competenciesWeight),
          hasComments: input.hasComments,
          indicators: input.indicators.map(indicatorOf),
          competencies: input.competencies.map(textOfLabel),
          ratingLabels: input.ratingLabels.map(textOfLabel),
        },
      }),
  }),
  publishReviewTemplate: t.field({
    type: TemplateObject,
    errors: {},
    authScopes: { can: ['update', 'ReviewTemplate'] },
    args: { input: t.arg({ type: ReviewTemplateIdInput('PublishReviewTemplateInput') }) },
    resolve: (_root, { input }, ctx) =>
      publishTemplate(ctx, { templateId: asId(input.templateId) }),
  }),
  reviseReviewTemplate: t.field({
    type: TemplateObject,
    errors: {},
    description: 'Starts the next version of a published template as a draft.',
    authScopes: { can: ['update', 'ReviewTemplate'] },
    args: { input: t.arg({ type: ReviewTemplateIdInput('ReviseReviewTemplateInput') }) },
    resolve: (_root, { input }, ctx) => reviseTemplate(ctx, { templateId: asId(input.templateId) }),
  }),
}));
