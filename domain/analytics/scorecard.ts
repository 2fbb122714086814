import { decimalsOf } from '../../universal/analytics/metric-decimals';
import type { Period } from '../../universal/period';
import { roundTo } from '../../universal/round';
import type { Change, Measurement } from './measurement';
import type { Metric } from './metric';

/**
 * How a value stands against its target. `met`: the whole interval reaches it; `missed`: none of it does; `undecided`:
 * the target lies inside, so that it cannot be told yet, on whichever side the value stands. `unknown`: nothing to judge.
 */
export const targetStatuses = ['met', 'undecided', 'missed', 'no_target', 'unknown'] as const;
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
  /** In force at the end of the period. */
  target: number | null;
  /** The period runs: it holds what came in so far. */
  isPartial: boolean;
}

/**
 * Judges a measurement against its target, all of it rounded as it is written. A count is no estimate: it is its own
 * interval.
 */
export function targetStatus(
  { direction, unit }: Pick<Metric, 'direction' | 'unit'>,
  { value, interval }: Pick<Measurement, 'value' | 'interval'>,
  target: number | null,
): TargetStatus {
  if (target === null) return 'no_target';
  if (value === null) return 'unknown';
  const written = (number: number) => roundTo(number, decimalsOf(unit));
  const [low, high] = [written(interval?.low ?? value), written(interval?.high ?? value)];
  const reaches = (end: number) =>
    direction === 'higher' ? end >= written(target) : end <= written(target);
  const [worst, best] = direction === 'higher' ? [low, high] : [high, low];
  if (reaches(worst)) return 'met';
  return reaches(best) ? 'undecided' : 'missed';
}
