import type { Interval } from '../analytics';

export type Direction = 'higher' | 'lower';

/** Where an indicator earns 0 (threshold), 50 (target) and 100 (stretch); linear between them. */
export interface IndicatorBands {
  direction: Direction;
  threshold: number;
  target: number;
  stretch: number;
}

/** With few answers the score counts but says so; from this many on it stands plain. */
export const PLAIN_N = 30;
/** No indicator may count on fewer answers than this, whatever a template says. */
export const LOWEST_MINIMUM_N = 10;

export type IndicatorStatus = 'counted' | 'counted_with_warning' | 'too_few' | 'no_answers';

export interface IndicatorOutcome {
  status: IndicatorStatus;
  /** 0–100; null when the indicator does not count. */
  score: number | null;
}

/** Bands rise for an indicator where higher is better and fall where lower is better; equal ones leave no slope. */
export function areBandsOrdered({
  direction,
  threshold,
  target,
  stretch,
}: IndicatorBands): boolean {
  return direction === 'higher'
    ? threshold < target && target < stretch
    : threshold > target && target > stretch;
}

/**
 * 0 at the threshold or worse, 50 at the target, 100 at the stretch or better. Where the target stands at the end of
 * the scale nothing is better, so that reaching it gives everything.
 */
export function scoreOfValue(value: number, bands: IndicatorBands): number {
  const sign = bands.direction === 'higher' ? 1 : -1;
  const [threshold, target, stretch, actual] = [
    bands.threshold,
    bands.target,
    bands.stretch,
    value,
  ].map((number) => number * sign) as [number, number, number, number];
  if (actual >= stretch) return 100;
  if (actual >= target) return 50 + ((actual - target) / (stretch - target)) * 50;
  return actual <= threshold ? 0 : ((actual - threshold) / (target - threshold)) * 50;
}

/** The scores that the ends of an interval give: how far chance alone may move the score. */
export function scoreRange(interval: Interval, bands: IndicatorBands): Interval {
  const ends = [scoreOfValue(interval.low, bands), scoreOfValue(interval.high, bands)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Where a target came from: the department's scorecard or, where that has none, the template. */
export type TargetSource = 'scorecard' | 'template';

/**
 * The bands of one department: its scorecard's target where there is one, with threshold and stretch as far from it
 * as the template puts them from its own, but not beyond the scale.
 */
export function bandsAround(
  own: IndicatorBands,
  scorecardTarget: number | null,
  scale: { minimum: number | null; maximum: number | null },
): { bands: IndicatorBands; targetSource: TargetSource } {
  if (scorecardTarget === null) return { bands: own, targetSource: 'template' };
  const onScale = (value: number) =>
    Math.min(Math.max(value, scale.minimum ?? -Infinity), scale.maximum ?? Infinity);
  return {
    bands: {
      direction: own.direction,
      threshold: onScale(scorecardTarget + own.threshold - own.target),
      target: scorecardTarget,
      stretch: onScale(scorecardTarget + own.stretch - own.target),
    },
    targetSource: 'scorecard',
  };
}

/** What an indicator gives: a score, a score with a warning, or nothing at all, which is never a zero. */
export function judgeIndicator(
  measured: { value: number | null; n: number },
  rule: { bands: IndicatorBands; minimumN: number },
): IndicatorOutcome {
  if (measured.n === 0) return { status: 'no_answers', score: null };
  const isTooFew = measured.n < Math.max(rule.minimumN, LOWEST_MINIMUM_N);
  if (isTooFew || measured.value === null) return { status: 'too_few', score: null };
  return {
    status: measured.n < PLAIN_N ? 'counted_with_warning' : 'counted',
    score: scoreOfValue(measured.value, rule.bands),
  };
}
