import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** A value with its standard error; `degrees` of freedom where the error is estimated from a spread. */
export interface Estimate {
  value: number;
  error: number;
  degrees: number | null;
}

export interface Interval {
  low: number;
  high: number;
}

/** eNPS in points. Its error is 100·√((p + d − (p − d)²) ÷ n). */
export function enpsEstimate(
  value: number,
  sums: { n: number; promoters: number; detractors: number },
): Estimate {
  const p = sums.promoters / sums.n;
  const d = sums.detractors / sums.n;
  return {
    value,
    error: 100 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / sums.n),
    degrees: null,
  };
}

/** A score of 0–100 from agreement on a 1–5 scale. */
export function scoreEstimate(
  value: number,
  { n, scoreSum, scoreSquareSum }: { n: number; scoreSum: number; scoreSquareSum: number },
): Estimate {
  const variance = n > 1 ? Math.max(0, (scoreSquareSum - (scoreSum * scoreSum) / n) / (n - 1)) : 0;
  return { value, error: 25 * Math.sqrt(variance / n), degrees: n - 1 };
}

/**
 * The mean of several scores. Answers of one person to several statements go together, and nothing tells which are of
 * one person: the largest error that can come of it is the mean of the errors.
 */
export function meanEstimate(value: number, parts: readonly Estimate[]): Estimate {
  const error = parts.reduce((sum, part) => sum + part.error, 0) / parts.length;
  const degrees = Math.min(...parts.map((part) => part.degrees ?? Infinity));
  return { value, error, degrees: Number.isFinite(degrees) ? degrees : null };
}

/** The 95 % interval, cut at the ends of the scale. */
export function intervalOf(estimate: Estimate, scale: { min: number; max: number }): Interval {
  const reach = quantileOf(estimate) * estimate.error;
  return {
    low: Math.max(scale.min, estimate.value - reach),
    high: Math.min(scale.max, estimate.value + reach),
  };
}

/** Whether a change is beyond noise at 95 %, taking the two rounds as independent. */
export function isBeyondNoise(now: Estimate, before: Estimate): boolean {
  const error = Math.hypot(now.error, before.error);
  return error > 0 && Math.abs(now.value - before.value) > normalQuantile(0.975, 0, 1) * error;
}

function quantileOf({ degrees }: Estimate): number {
  return degrees === null ? normalQuantile(0.975, 0, 1) : tQuantile(0.975, Math.max(1, degrees));
}
