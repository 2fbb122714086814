import { type IndicatorPreview, previewIndicator, type PreviewLine } from '../../domain/appraisal';
import { IntervalObject } from '../analytics/measurement';
import { PeriodObject } from '../analytics/period';
import { builder } from '../builder';
import { DepartmentNode } from '../organisation/department';
import { IndicatorStatusEnum } from './enums';
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
  }),
});

const PreviewObject = builder.objectRef<IndicatorPreview>('IndicatorPreview').implement({
  description: 'What an indicator would have given in its last period, for each department.',
  fields: (t) => ({
    period: t.field({ type: PeriodObject, resolve: ({ period }) => period }),
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
