import type { Period } from '../../universal/period';
import type { Change, Measurement } from './measurement';
import type { Metric, MetricDirection } from './metric';

/**
 * How a value stands against its target. `near`: short of it, but by no more than chance explains, because the target
 * lies inside the interval. `unknown`: nothing to judge.
 */
export const targetStatuses = ['met', 'near', 'missed', 'no_target', 'unknown'] as const;
export type TargetStatus = (typeof targetStatuses)[number];

/** One metric of one department in one period. */
export interface ScorecardLine {
  metric: Metric;
  current: Measurement;
  previous: Measurement | null;
  change: Change | null;
  target: number | null;
  status: TargetStatus;
  trend: readonly TrendPoint[];
}

export interface TrendPoint {
  period: Period;
  measurement: Measurement;
  target: number | null;
}

const reaches = (value: number, target: number, direction: MetricDirection) =>
  direction === 'higher' ? value >= target : value <= target;

/** Judges a measurement against its target. */
export function targetStatus(
  direction: MetricDirection,
  { value, interval }: Pick<Measurement, 'value' | 'interval'>,
  target: number | null,
): TargetStatus {
  if (target === null) return 'no_target';
  if (value === null) return 'unknown';
  if (reaches(value, target, direction)) return 'met';
  const best = direction === 'higher' ? interval?.high : interval?.low;
  return best !== undefined && reaches(best, target, direction) ? 'near' : 'missed';
}
