import type { Text } from '../../universal/text';

export const metricUnits = ['points', 'percent', 'score', 'count'] as const;
export type MetricUnit = (typeof metricUnits)[number];
export const metricStatuses = ['draft', 'certified', 'retired'] as const;
export type MetricStatus = (typeof metricStatuses)[number];
export const usageLevels = ['organisation', 'department', 'team', 'individual'] as const;
export type UsageLevel = (typeof usageLevels)[number];
type MetricDirection = 'higher' | 'lower';
export type MetricGrain = 'feedback' | 'invitation';

/** A number's definition as of its newest version. */
export interface Metric {
  key: string;
  name: Text;
  formula: Text;
  unit: MetricUnit;
  direction: MetricDirection;
  grain: MetricGrain;
  ownerDepartmentId: string | null;
  version: number;
  status: MetricStatus;
  isAdditive: boolean;
  /** Below this level the metric may not be used; `individual` allows all. */
  lowestLevel: UsageLevel;
  minimumN: number;
  scaleMinimum: number | null;
  scaleMaximum: number | null;
  effectiveOn: string;
}

/** Whether the metric may be used at a level, the organisation being the highest. */
export function isUsableAt(metric: Metric, level: UsageLevel): boolean {
  return usageLevels.indexOf(level) <= usageLevels.indexOf(metric.lowestLevel);
}
