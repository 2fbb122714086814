import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

export const confidenceLevels = [80, 90, 95, 99] as const;
export type Confidence = (typeof confidenceLevels)[number];

export interface Interval {
  low: number;
  high: number;
}

/** Answers that count as favourable, of all answers. */
export interface Share {
  favourable: number;
  n: number;
}

export interface NpsCounts {
  promoters: number;
  detractors: number;
  n: number;
}

/** Enough to know mean and variance of answers without the answers themselves. */
export interface Moments {
  sum: number;
  sumSquares: number;
  n: number;
}

const twoSided = (confidence: Confidence) => 1 - (1 - confidence / 100) / 2;
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/**
 * Wilson score interval of a share, in per cent (E. B. Wilson, 1927, JASA 22:209): it stays inside 0–100 and holds its
 * promise for few answers and for shares near the ends, where the textbook formula fails. Null without answers.
 */
export function wilsonInterval(
  { favourable, n }: Share,
  confidence: Confidence = 95,
): Interval | null {
  if (n <= 0) return null;
  const z = normalQuantile(twoSided(confidence), 0, 1);
  const share = favourable / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half =
    (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return { low: 100 * clamp(middle - half, 0, share), high: 100 * clamp(middle + half, share, 1) };
}

/** Standard error of NPS in points: an answer counts +1, 0 or −1, and this is the error of the mean of such answers. */
export function npsStandardError({ promoters, detractors, n }: NpsCounts): number {
  const p = promoters / n;
  const d = detractors / n;
  return 100 * Math.sqrt(Math.max(p + d - (p - d) ** 2, 0) / n);
}

/** NPS ± z × 100·√((p + d − (p − d)²) ÷ n), kept inside −100…100. Null without answers. */
export function npsInterval(counts: NpsCounts, confidence: Confidence = 95): Interval | null {
  if (counts.n <= 0) return null;
  const value = (100 * (counts.promoters - counts.detractors)) / counts.n;
  const half = normalQuantile(twoSided(confidence), 0, 1) * npsStandardError(counts);
  return { low: clamp(value - half, -100, 100), high: clamp(value + half, -100, 100) };
}

/** Unbiased variance from sums: (Σx² − (Σx)² ÷ n) ÷ (n − 1). Rounding may push it a hair below zero. */
function variance({ sum, sumSquares, n }: Moments): number {
  return Math.max((sumSquares - (sum * sum) / n) / (n - 1), 0);
}

/** Student's t interval of a mean. Null with fewer than two answers, which have no spread to judge by. */
export function meanInterval(moments: Moments, confidence: Confidence = 95): Interval | null {
  const { sum, n } = moments;
  if (n < 2) return null;
  const half = tQuantile(twoSided(confidence), n - 1) * Math.sqrt(variance(moments) / n);
  return { low: sum / n - half, high: sum / n + half };
}

/** The highest level at which a statistic lies beyond its two-sided bound; null when not even at the lowest. */
function highestConfidence(
  statistic: number,
  bound: (probability: number) => number,
): Confidence | null {
  const beyond = confidenceLevels.filter((level) => Math.abs(statistic) >= bound(twoSided(level)));
  return beyond.at(-1) ?? null;
}

const normalBound = (probability: number) => normalQuantile(probability, 0, 1);

/**
 * How surely two shares differ: two-proportion z test with the pooled share. Null means "within noise", also where
 * there are too few answers to tell.
 */
export function shareChangeConfidence(a: Share, b: Share): Confidence | null {
  if (a.n < 2 || b.n < 2) return null;
  const pooled = (a.favourable + b.favourable) / (a.n + b.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  return error === 0
    ? null
    : highestConfidence((a.favourable / a.n - b.favourable / b.n) / error, normalBound);
}

/** How surely two NPS differ: z test with the two standard errors added as squares. */
export function npsChangeConfidence(a: NpsCounts, b: NpsCounts): Confidence | null {
  if (a.n < 2 || b.n < 2) return null;
  const error = Math.hypot(npsStandardError(a), npsStandardError(b));
  const difference =
    100 * ((a.promoters - a.detractors) / a.n - (b.promoters - b.detractors) / b.n);
  return error === 0 ? null : highestConfidence(difference / error, normalBound);
}

/** How surely two means differ: Welch's t test, degrees of freedom after Welch and Satterthwaite. */
export function meanChangeConfidence(a: Moments, b: Moments): Confidence | null {
  if (a.n < 2 || b.n < 2) return null;
  const [va, vb] = [variance(a) / a.n, variance(b) / b.n];
  if (va + vb === 0) return null;
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  return highestConfidence((a.sum / a.n - b.sum / b.n) / Math.sqrt(va + vb), (probability) =>
    tQuantile(probability, freedom),
  );
}
