import type { Interval } from '../analytics';
import type { Direction, IndicatorBands } from './indicator-score';

interface Reading {
  value: number | null;
  interval: Interval | null;
}

/** Of fewer departments a spread says nothing. */
const FEWEST_DEPARTMENTS = 3;

/** The value below which that share of the sorted ones lies, linear between neighbours. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at));
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/**
 * Bands to begin with, from what departments had in the past: the target where the middle one stood, threshold and
 * stretch where the tenth from either end did, so that scores spread; never nearer than half a usual interval, so that
 * chance alone does not carry a department from one band to the other. Null where too few departments have a value.
 */
export function suggestedBands(
  readings: readonly Reading[],
  metric: { direction: Direction; minimum: number | null; maximum: number | null; step: number },
): IndicatorBands | null {
  const values = ascending(readings.flatMap(({ value }) => (value === null ? [] : [value])));
  if (values.length < FEWEST_DEPARTMENTS) return null;
  const halves = ascending(
    readings.flatMap(({ interval }) => (interval ? [(interval.high - interval.low) / 2] : [])),
  );
  const least = Math.max(halves.length > 0 ? quantile(halves, 0.5) : 0, metric.step);
  const { direction, step } = metric;
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)));
  const rounded = (value: number) => Number((Math.round(value / step) * step).toFixed(decimals));
  const [lowest, highest] = [metric.minimum ?? -Infinity, metric.maximum ?? Infinity];
  const middle = quantile(values, 0.5);
  const below = Math.max(least, middle - quantile(values, 0.1));
  const above = Math.max(least, quantile(values, 0.9) - middle);
  // Away from the ends of the scale by a step at least, so that there is room for a band on either side.
  const target = rounded(Math.min(Math.max(middle, lowest + step), highest - step));
  const low = Math.min(Math.max(rounded(target - below), lowest), target - step);
  const high = Math.max(Math.min(rounded(target + above), highest), target + step);
  const [threshold, stretch] = direction === 'higher' ? [low, high] : [high, low];
  return {
    direction,
    threshold: Number(threshold.toFixed(decimals)),
    target,
    stretch: Number(stretch.toFixed(decimals)),
  };
}
