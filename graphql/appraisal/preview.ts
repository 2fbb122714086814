import { type IndicatorPreview, previewIndicator, type PreviewLine } from '../../domain/appraisal';
import { IntervalObject } from '../analytics/measurement';
import { PeriodObject } from '../analytics/period';
import { builder } from '../builder';
import { DepartmentNode } from '../organisation/department';
import { IndicatorStatusEnum, TargetSourceEnum } from './enums';
import { indicatorOf, TemplateIndicatorInput } from './template';

const PreviewLineObject = builder.objectRef<PreviewLine>('IndicatorPreviewLine').implement({
  fields: (t) => ({
    department: t.field({ type: DepartmentNode, resolve: ({ department }) => department }),
    value: t.exposeFloat('value', { nullable: true }),
    n: t.exposeInt('n'),
    interval: t.field({
      type: IntervalObject,
      nullable: true,
      resolve: ({ interval }) => interval,
    }),
    status: t.field({ type: IndicatorStatusEnum, resolve: ({ status }) => status }),
    score: t.exposeFloat('score', {
      nullable: true,
      description: '0 to 100; null where the indicator would not count.',
    }),
    scoreRange: t.field({
      type: IntervalObject,
      nullable: true,
      resolve: ({ scoreLow: low, scoreHigh: high }) =>
        low === null || high === null ? null : { low, high },
    }),
    countedValue: t.exposeFloat('countedValue', {
      nullable: true,
      description: 'The value that is scored, drawn towards the population’s.',
    }),
    target: t.float({ resolve: ({ bands }) => bands.target }),
    targetSource: t.field({ type: TargetSourceEnum, resolve: ({ targetSource }) => targetSource }),
  }),
});

const PreviewObject = builder.objectRef<IndicatorPreview>('IndicatorPreview').implement({
  description: 'What an indicator would have given in its last period, for each department.',
  fields: (t) => ({
    period: t.field({ type: PeriodObject, resolve: ({ period }) => period }),
    separation: t.string({
      nullable: true,
      description:
        'Whether the scores tell departments apart; null where too few departments count.',
      resolve: ({ separation }, _args, { locale }) => separation?.[locale] ?? null,
    }),
    lines: t.field({
      type: [PreviewLineObject],
      complexity: { field: 50, multiplier: 1 },
      resolve: ({ lines }) => lines,
    }),
  }),
});

builder.queryField('indicatorPreview', (t) =>
  t.field({
    type: PreviewObject,
    errors: {},
    authScopes: { can: ['update', 'ReviewTemplate'] },
    args: { input: t.arg({ type: TemplateIndicatorInput }) },
    resolve: (_root, { input }, ctx) => previewIndicator(ctx, indicatorOf(input)),
  }),
);
