import { getMetric, listMetrics, type Metric } from '../../domain/analytics';
import { metricStatuses, metricUnits, usageLevels } from '../../domain/analytics';
import { NotFound } from '../../platform/errors';
import { builder } from '../builder';
import { DepartmentNode, visibleDepartment } from '../organisation/department';

export const MetricUnitEnum = builder.enumType('MetricUnit', {
  description: 'POINTS: an index such as NPS. SCORE: a mean on the question’s own scale.',
  values: Object.fromEntries(metricUnits.map((unit) => [unit.toUpperCase(), { value: unit }])),
});

export const MetricDirectionEnum = builder.enumType('MetricDirection', {
  values: {
    HIGHER: { value: 'higher', description: 'Higher is better.' },
    LOWER: { value: 'lower', description: 'Lower is better.' },
  },
});

export const MetricStatusEnum = builder.enumType('MetricStatus', {
  values: Object.fromEntries(
    metricStatuses.map((status) => [status.toUpperCase(), { value: status }]),
  ),
});

export const UsageLevelEnum = builder.enumType('UsageLevel', {
  values: Object.fromEntries(usageLevels.map((level) => [level.toUpperCase(), { value: level }])),
});

export const MetricGrainEnum = builder.enumType('MetricGrain', {
  description: 'What one of the things counted in n is.',
  values: { FEEDBACK: { value: 'feedback' }, INVITATION: { value: 'invitation' } },
});

export const MetricNode = builder.loadableNodeRef('Metric', {
  load: async (keys: string[], ctx) => {
    const byKey = new Map((await listMetrics(ctx)).map((metric) => [metric.key, metric]));
    return keys.map((key) => byKey.get(key) ?? new NotFound());
  },
  id: { resolve: (metric: Metric) => metric.key },
});

MetricNode.implement({
  description: 'A number’s definition, at its newest version.',
  fields: (t) => ({
    key: t.exposeString('key'),
    name: t.string({
      description: 'In the reader’s language.',
      resolve: ({ name }, _args, ctx) => name[ctx.locale],
    }),
    formula: t.string({
      description: 'In words, in the reader’s language.',
      resolve: ({ formula }, _args, ctx) => formula[ctx.locale],
    }),
    unit: t.field({ type: MetricUnitEnum, resolve: ({ unit }) => unit }),
    direction: t.field({ type: MetricDirectionEnum, resolve: ({ direction }) => direction }),
    grain: t.field({ type: MetricGrainEnum, resolve: ({ grain }) => grain }),
    status: t.field({ type: MetricStatusEnum, resolve: ({ status }) => status }),
    version: t.exposeInt('version'),
    effectiveOn: t.field({
      type: 'Date',
      description: 'The day this version holds from.',
      resolve: (m) => m.effectiveOn,
    }),
    owner: t.field({
      type: DepartmentNode,
      nullable: true,
      description:
        'The department that answers for the definition; null where there is none the viewer may see.',
      resolve: ({ ownerDepartmentId }, _args, { viewer }) =>
        visibleDepartment(viewer, ownerDepartmentId),
    }),
    isAdditive: t.exposeBoolean('isAdditive', {
      description: 'Whether values of parts may be added up.',
    }),
    lowestLevel: t.field({
      type: UsageLevelEnum,
      description: 'The metric may not be used below this level.',
      resolve: ({ lowestLevel }) => lowestLevel,
    }),
    minimumN: t.exposeInt('minimumN', { description: 'With fewer answers no value is shown.' }),
    scaleMinimum: t.exposeFloat('scaleMinimum', { nullable: true }),
    scaleMaximum: t.exposeFloat('scaleMaximum', { nullable: true }),
  }),
});

builder.queryFields((t) => ({
  metrics: t.field({
    type: [MetricNode],
    description: 'The metric catalogue.',
    authScopes: { can: ['read', 'Metric'] },
    resolve: (_root, _args, ctx) => listMetrics(ctx),
  }),
  metric: t.field({
    type: MetricNode,
    authScopes: { can: ['read', 'Metric'] },
    args: { key: t.arg.string() },
    resolve: (_root, { key }, ctx) => getMetric(ctx, { metricKey: key }),
  }),
}));
