import {
  getMetric,
  getTargetOfDay,
  setTarget,
  type Target,
  type TargetOfDay,
} from '../../domain/analytics';
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
    revision: t.string({
      required: false,
      description: 'Of the target that the day has already; left out where none was seen.',
    }),
  }),
});

const TargetOfDayObject = builder.objectRef<TargetOfDay>('TargetOfDay').implement({
  description: 'What setting a target for this day would replace.',
  fields: (t) => ({
    target: t.exposeFloat('target', { nullable: true, description: 'Null: nothing.' }),
    revision: t.exposeString('revision'),
  }),
});

builder.queryField('targetOfDay', (t) =>
  t.field({
    type: TargetOfDayObject,
    authScopes: { can: ['update', 'Target'] },
    args: {
      metricKey: t.arg.string(),
      departmentId: t.arg.id({ required: false }),
      effectiveOn: t.arg({ type: 'Date' }),
    },
    resolve: (_root, { metricKey, departmentId, effectiveOn }, ctx) =>
      getTargetOfDay(ctx, {
        metricKey,
        effectiveOn,
        departmentId: departmentId ? asId(departmentId) : null,
      }),
  }),
);

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
        revision: input.revision ?? undefined,
      }),
  }),
);
