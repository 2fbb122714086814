export { type DepartmentScorecard, getDepartmentScorecard } from './get-department-scorecard';
export { getMetric } from './get-metric';
export { getOpeningPeriod } from './get-opening-period';
export { getScorecardGrid, type ScorecardGrid } from './get-scorecard-grid';
export { targetsAtEndOf } from './indicator-target';
export {
  type IndicatorContext,
  indicatorValue,
  type IndicatorRequest,
  type IndicatorValue,
  type IndicatorValues,
  isFitForReview,
} from './indicator-value';
export { listMetrics } from './list-metrics';
export { type GroupLine, listScorecardGroups, type ScorecardGroup } from './list-scorecard-groups';
export { listTouchpointNames } from './list-touchpoint-names';
export type { Change, ChangeDirection, Distribution, Measurement } from './measurement';
export { type Metric, metricStatuses, metricUnits, type UsageLevel, usageLevels } from './metric';
export {
  type ScorecardLine,
  type TargetStatus,
  targetStatuses,
  type TrendPoint,
} from './scorecard';
export { setTarget } from './set-target';
export { type Population, shrink, shrinkInterval } from './shrinkage';
export type { Interval } from '../../universal/statistics/confidence';
export { getTargetOfDay, type TargetOfDay } from './target-of-day';
export type { Target } from './target-store';
