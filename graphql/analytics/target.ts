import { getMetric, setTarget, type Target } from '../../domain/analytics';
import { builder } from '../builder';
import { asId } from '../scalars';
import { MetricNode } from './metric';

const TargetObject = builder.objectRef<Target>('ScorecardTarget').implement({
  description: 'Holds from its day on, until a later one for the same metric and department.',
  fields: (t) => ({
    metric: t.field({
      type: MetricNode,
      resolve: ({ metricKey }, _args, ctx) => getMetric(ctx, { metricKey }),
    }),
    departmentId: t.id({
      nullable: true,
      description: 'Null: every department without a target of its own.',
      resolve: ({ departmentId }) => departmentId,
    }),
    target: t.exposeFloat('target'),
    effectiveOn: t.field({ type: 'Date', resolve: ({ effectiveOn }) => effectiveOn }),
  }),
});

const SetTargetInput = builder.inputType('SetTargetInput', {
  fields: (t) => ({
    metricKey: t.string(),
    departmentId: t.id({
      required: false,
      description: 'Null: every department without a target of its own.',
    }),
    target: t.float(),
    effectiveOn: t.field({ type: 'Date' }),
  }),
});

builder.mutationField('setTarget', (t) =>
  t.field({
    type: TargetObject,
    errors: {},
    authScopes: { can: ['update', 'Target'] },
    args: { input: t.arg({ type: SetTargetInput }) },
    resolve: (_root, { input }, ctx) =>
      setTarget(ctx, {
        ...input,
        departmentId: input.departmentId ? asId(input.departmentId) : null,
      }),
  }),
);
