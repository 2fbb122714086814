import { isAllowed } from '../../domain/access';
import {
  type DepartmentScorecard,
  getDepartmentScorecard,
  getOpeningPeriod,
  getScorecardGrid,
  type GroupLine,
  listScorecardGroups,
  listTouchpointNames,
  type ScorecardGrid,
  type ScorecardGroup,
  type ScorecardLine,
  targetStatuses,
  type TrendPoint,
} from '../../domain/analytics';
import type { Comparison } from '../../universal/period';
import type { Text } from '../../universal/text';
import { builder } from '../builder';
import { DepartmentNode } from '../organisation/department';
import { asId } from '../scalars';
import { channelName } from './channel-name';
import { MeasurementObject, MetricChangeObject } from './measurement';
import { MetricNode } from './metric';
import { ComparisonEnum, PeriodInput, PeriodObject } from './period';

/** Everything below a scorecard is computed in one go, so a list costs no more than its entries. */
const computedTogether = { field: 1, multiplier: 1 };

export const TargetStatusEnum = builder.enumType('TargetStatus', {
  description:
    'All rounded as it is written. MET: the whole interval reaches the target. MISSED: none of it does. UNDECIDED: the target lies inside the interval, so it cannot be told yet. A count has no interval and is compared itself. UNKNOWN: no value to judge. NO_TARGET: none was set.',
  values: Object.fromEntries(
    targetStatuses.map((status) => [status.toUpperCase(), { value: status }]),
  ),
});

const soFarDescription = 'The days of the period up to today while it runs, else all of it.';
const comparedDescription =
  'Null when nothing is compared. Of a running period the same stretch of the other, as own days.';

const TrendPointObject = builder.objectRef<TrendPoint>('TrendPoint').implement({
  fields: (t) => ({
    period: t.field({ type: PeriodObject, resolve: ({ period }) => period }),
    measurement: t.field({ type: MeasurementObject, resolve: ({ measurement }) => measurement }),
    target: t.exposeFloat('target', {
      nullable: true,
      description: 'In force at the end of the period.',
    }),
    isPartial: t.exposeBoolean('isPartial', {
      description: 'The period runs: it holds what came in so far.',
    }),
  }),
});

const ScorecardLineObject = builder.objectRef<ScorecardLine>('ScorecardLine').implement({
  description: 'One metric of one department in one period.',
  fields: (t) => ({
    metric: t.field({ type: MetricNode, resolve: ({ metric }) => metric }),
    current: t.field({ type: MeasurementObject, resolve: ({ current }) => current }),
    previous: t.field({
      type: MeasurementObject,
      nullable: true,
      resolve: ({ previous }) => previous,
    }),
    change: t.field({
      type: MetricChangeObject,
      nullable: true,
      description: 'Null when either period has no value.',
      resolve: ({ change }) => change,
    }),
    target: t.exposeFloat('target', { nullable: true }),
    status: t.field({ type: TargetStatusEnum, resolve: ({ status }) => status }),
    trend: t.field({
      type: [TrendPointObject],
      complexity: computedTogether,
      description:
        'The last twelve periods of the same kind (months for freely chosen days), oldest first.',
      resolve: ({ trend }) => [...trend],
    }),
  }),
});

type GridRow = ScorecardGrid['rows'][number];
const ScorecardRowObject = builder.objectRef<GridRow>('ScorecardRow').implement({
  fields: (t) => ({
    department: t.field({ type: DepartmentNode, resolve: ({ department }) => department }),
    lines: t.field({
      type: [ScorecardLineObject],
      complexity: computedTogether,
      description: 'One per metric, in the order of `metrics`.',
      resolve: ({ lines }) => lines,
    }),
  }),
});

const ScorecardGridObject = builder.objectRef<ScorecardGrid>('ScorecardGrid').implement({
  description:
    'Departments × metrics. A department stands for everything below it, so rows must not be added up.',
  fields: (t) => ({
    period: t.field({ type: PeriodObject, resolve: ({ period }) => period }),
    periodSoFar: t.field({
      type: PeriodObject,
      description: soFarDescription,
      resolve: ({ periodSoFar }) => periodSoFar,
    }),
    comparedWith: t.field({
      type: PeriodObject,
      nullable: true,
      description: comparedDescription,
      resolve: ({ comparedWith }) => comparedWith,
    }),
    asOf: t.field({
      type: 'DateTime',
      description: 'Feedback received until then is counted.',
      resolve: (g) => g.asOf,
    }),
    metrics: t.field({
      type: [MetricNode],
      complexity: computedTogether,
      resolve: ({ metrics }) => metrics,
    }),
    rows: t.field({
      type: [ScorecardRowObject],
      complexity: computedTogether,
      description: 'In the order of the department tree.',
      resolve: ({ rows }) => rows,
    }),
  }),
});

const GroupLineObject = builder.objectRef<GroupLine>('ScorecardGroupLine').implement({
  fields: (t) => ({
    metric: t.field({ type: MetricNode, resolve: ({ metric }) => metric }),
    current: t.field({ type: MeasurementObject, resolve: ({ current }) => current }),
    previous: t.field({
      type: MeasurementObject,
      nullable: true,
      resolve: ({ previous }) => previous,
    }),
    change: t.field({ type: MetricChangeObject, nullable: true, resolve: ({ change }) => change }),
  }),
});

const GroupObject = builder.objectRef<ScorecardGroup & { name: Text }>('ScorecardGroup').implement({
  description: 'A touchpoint or a channel of a department.',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description: 'Touchpoint id or channel; null for feedback without one.',
    }),
    name: t.string({
      description: 'In the reader’s language.',
      resolve: ({ name }, _args, ctx) => name[ctx.locale],
    }),
    lines: t.field({
      type: [GroupLineObject],
      complexity: computedTogether,
      resolve: ({ lines }) => lines,
    }),
  }),
});

type ScorecardWithRequest = DepartmentScorecard & { comparison: Comparison };
const withoutTouchpoint: Text = { en: 'No touchpoint', zh: '无触点' };

const DepartmentScorecardObject = builder
  .objectRef<ScorecardWithRequest>('DepartmentScorecard')
  .implement({
    description: 'What customers said of a department and everything below it.',
    fields: (t) => ({
      department: t.field({ type: DepartmentNode, resolve: ({ department }) => department }),
      period: t.field({ type: PeriodObject, resolve: ({ period }) => period }),
      periodSoFar: t.field({
        type: PeriodObject,
        description: soFarDescription,
        resolve: ({ periodSoFar }) => periodSoFar,
      }),
      comparedWith: t.field({
        type: PeriodObject,
        nullable: true,
        description: comparedDescription,
        resolve: ({ comparedWith }) => comparedWith,
      }),
      asOf: t.field({
        type: 'DateTime',
        description: 'Feedback received until then is counted.',
        resolve: (s) => s.asOf,
      }),
      canSetTarget: t.boolean({
        description: 'Whether the viewer may set this department’s targets.',
        resolve: ({ department: { departmentId } }, _args, { viewer }) =>
          isAllowed(viewer, 'update', 'Target', { departmentId }),
      }),
      lines: t.field({
        type: [ScorecardLineObject],
        complexity: computedTogether,
        resolve: ({ lines }) => lines,
      }),
      byTouchpoint: t.field({
        type: [GroupObject],
        complexity: { field: 20, multiplier: 1 },
        description: 'Those with most feedback first.',
        resolve: async ({ department, ...scorecard }, _args, ctx) => {
          const request = {
            ...scorecard,
            departmentId: department.departmentId,
            breakdown: 'touchpoint_id',
          } as const;
          const [groups, names] = await Promise.all([
            listScorecardGroups(ctx, request),
            listTouchpointNames(ctx),
          ]);
          return groups.map((group) => ({
            ...group,
            name: names.get(group.key ?? '') ?? withoutTouchpoint,
          }));
        },
      }),
      byChannel: t.field({
        type: [GroupObject],
        complexity: { field: 20, multiplier: 1 },
        description: 'Those with most feedback first.',
        resolve: async ({ department, ...scorecard }, _args, ctx) => {
          const request = {
            ...scorecard,
            departmentId: department.departmentId,
            breakdown: 'channel',
          } as const;
          const groups = await listScorecardGroups(ctx, request);
          return groups.map((group) => ({ ...group, name: channelName(group.key) }));
        },
      }),
    }),
  });

builder.queryFields((t) => ({
  openingPeriod: t.field({
    type: PeriodObject,
    complexity: 5,
    authScopes: { can: ['read', 'Scorecard'] },
    description:
      'What scorecards open with: the newest quarter, the running one included, in which the topmost department that the viewer sees has enough answers.',
    resolve: (_root, _args, ctx) => getOpeningPeriod(ctx),
  }),
  scorecardGrid: t.field({
    type: ScorecardGridObject,
    complexity: 20,
    authScopes: { can: ['read', 'Scorecard'] },
    args: {
      period: t.arg({ type: PeriodInput }),
      comparison: t.arg({ type: ComparisonEnum, required: false, defaultValue: 'previous' }),
      metricKeys: t.arg.stringList({
        required: false,
        description: 'Without it: NPS, CSAT, CES and responses.',
      }),
    },
    resolve: async (_root, { period, comparison, metricKeys }, ctx) => {
      const request = {
        period: period.key,
        comparison: comparison ?? 'previous',
        metricKeys,
      } as const;
      const grid = await getScorecardGrid(ctx, request);
      // Parents are among the rows: they need not be fetched again.
      const loader = DepartmentNode.getDataloader(ctx);
      for (const { department } of grid.rows) loader.prime(department.departmentId, department);
      return grid;
    },
  }),
  departmentScorecard: t.field({
    type: DepartmentScorecardObject,
    complexity: 20,
    authScopes: { can: ['read', 'Scorecard'] },
    args: {
      departmentId: t.arg.id(),
      period: t.arg({ type: PeriodInput }),
      comparison: t.arg({ type: ComparisonEnum, required: false, defaultValue: 'previous' }),
      metricKeys: t.arg.stringList({
        required: false,
        description: 'Without it: NPS, CSAT, CES and responses.',
      }),
    },
    resolve: async (_root, { departmentId, period, metricKeys, ...args }, ctx) => {
      const comparison = args.comparison ?? 'previous';
      const request = {
        departmentId: asId(departmentId),
        period: period.key,
        comparison,
        metricKeys,
      };
      return { ...(await getDepartmentScorecard(ctx, request)), comparison };
    },
  }),
}));
