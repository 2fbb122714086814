import { amountStepCount, heatStepCount } from './chart-theme';

export interface HeatScaleInput {
  values: readonly (number | null)[];
  /** What the middle of the scale stands for: the whole organisation's value. */
  reference: number | null;
  lowerIsBetter?: boolean;
}

/**
 * Gives each value the step of a diverging scale, 0 (clearly worse than the reference) to 6 (clearly better).
 * The scale reaches equally far to both sides, so equal colours on both sides mean equal distances.
 */
export function heatScale({
  values,
  reference,
  lowerIsBetter = false,
}: HeatScaleInput): (value: number | null) => number | null {
  const middle = reference ?? 0;
  const distances = values
    .filter((value) => value !== null)
    .map((value) => Math.abs(value - middle))
    .sort((a, b) => a - b);
  // One department far out must not make all others look alike: the farthest seventh share the end of the scale.
  const reach = distances[Math.ceil((distances.length - 1) * (6 / 7))] ?? 0;
  const half = (heatStepCount - 1) / 2;
  return (value) => {
    if (value === null) return null;
    if (reach === 0) return half;
    const distance = ((value - middle) / reach) * (lowerIsBetter ? -1 : 1);
    return half + Math.round(Math.min(1, Math.max(-1, distance)) * half);
  };
}

/** Steps of a count by its order of magnitude among the others, 0 (least) to 3 (most). */
export function amountScale(
  values: readonly (number | null)[],
): (value: number | null) => number | null {
  const logs = values.filter((value): value is number => value !== null && value > 0).map(Math.log);
  const low = Math.min(...logs);
  const high = Math.max(...logs);
  return (value) => {
    if (value === null) return null;
    if (value <= 0 || logs.length === 0 || high === low) return 0;
    return Math.round(((Math.log(value) - low) / (high - low)) * (amountStepCount - 1));
  };
}
