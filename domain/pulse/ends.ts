/**
 * The ends of a scale. That everybody or nobody of a group said the same tells what each of them said, so there a
 * release holds a bound: a number that a group with a few other answers has as well.
 */

/** A number is at least, or at most, what is published; null where it is published as it is. */
export type Bound = 'at_least' | 'at_most' | null;

/** Answers on one side that cannot be told from fewer: one of twenty, at least one. */
export function marginOf(n: number): number {
  return Math.max(1, Math.floor(n / 20));
}

/**
 * Sums of answers from 1 to 5 beyond which a bound is published: 5 % of the scale, and never so far out that the sum
 * alone tells that everybody or nobody agreed (one 4 or 5 among ones adds 3, one 3 among fives takes 2).
 */
export function sumRange(n: number): { low: number; high: number } {
  const share = Math.floor(n / 5);
  return {
    low: n + Math.max(3 * marginOf(n), share),
    high: 5 * n - Math.max(2 * marginOf(n), share),
  };
}

/** Promoters minus detractors beyond which a bound is published. */
export function netLimit(n: number): number {
  return n - 2 * marginOf(n);
}

export function countBound(n: number, count: number): Bound {
  if (count <= marginOf(n)) return 'at_most';
  return count >= n - marginOf(n) ? 'at_least' : null;
}

export function sumBound(n: number, sum: number): Bound {
  const { low, high } = sumRange(n);
  if (sum <= low) return 'at_most';
  return sum >= high ? 'at_least' : null;
}

export function netBound(n: number, net: number): Bound {
  if (net <= -netLimit(n)) return 'at_most';
  return net >= netLimit(n) ? 'at_least' : null;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
