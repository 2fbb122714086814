import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Confidence, Interval } from './confidence';
import { effectiveN, equalPeople } from './same-person';
import type { Sample } from './sample';

/**
 * Three imagined answers are added to every sample, half at each end of the scale. Few answers that are all alike say
 * nothing of those that were not asked; the imagined ones stand for what could have been answered.
 */
const IMAGINED = 3;

/** A sample together with the imagined answers. */
export interface AdjustedMean {
  value: number;
  /** The mean with the imagined answers, their standard deviation, and the standard error. */
  middle: number;
  deviation: number;
  error: number;
  degrees: number;
}

/**
 * Answers of the same people count for as many as they are worth, and degrees of freedom are people: the imagined answers
 * are then added to those (effective counts).
 */
export function adjustedMean(sample: Sample): AdjustedMean {
  const { n, sum, sumSquares, scale } = sample;
  const answers = effectiveN(sample) + IMAGINED;
  const imagined = IMAGINED / answers;
  const value = sum / n;
  const middle = (1 - imagined) * value + (imagined * (scale.low + scale.high)) / 2;
  const meanSquare =
    (1 - imagined) * (sumSquares / n) + (imagined * (scale.low ** 2 + scale.high ** 2)) / 2;
  const deviation = Math.sqrt(Math.max(meanSquare - middle ** 2, 0));
  const degrees = equalPeople(sample) + IMAGINED - 1;
  return { value, middle, deviation, error: deviation / Math.sqrt(answers), degrees };
}

/** The interval that reaches a number of standard errors to each side. It stays on the scale and holds the value. */
export function intervalWithin(
  { value, middle, error }: AdjustedMean,
  { low, high }: Sample['scale'],
  errors: number,
): Interval {
  return {
    low: Math.min(Math.max(middle - errors * error, low), value),
    high: Math.max(Math.min(middle + errors * error, high), value),
  };
}

const quantiles = new Map<string, number>();

/**
 * Student's t for a two-sided level. Degrees are rounded down, to two digits from 100 on: never narrower than without,
 * and few enough values to keep.
 */
export function tReach(confidence: Confidence, degrees: number): number {
  const digits = Math.floor(Math.log10(Math.min(degrees, 1e6))) - 1;
  const step = 10 ** Math.max(digits, 0);
  const rounded = Math.max(Math.floor(Math.min(degrees, 1e6) / step) * step, 1);
  const key = `${confidence}/${rounded}`;
  const known = quantiles.get(key);
  if (known !== undefined) return known;
  const made = tQuantile(1 - (1 - confidence / 100) / 2, rounded);
  quantiles.set(key, made);
  return made;
}

/**
 * Adjusted Wald interval of a mean on a scale with two ends: a share (Agresti and Coull 1998, The American Statistician
 * 52:119), NPS (Rocks 2016, The American Statistician 70:365, who also adds three answers; Bonett and Price 2012, Journal
 * of Educational and Behavioral Statistics 37:479) and a mean score alike. Null without answers. `docs/statistics.md` has
 * its coverage.
 */
export function meanInterval(sample: Sample, confidence: Confidence = 95): Interval | null {
  if (sample.n <= 0) return null;
  const mean = adjustedMean(sample);
  return intervalWithin(mean, sample.scale, tReach(confidence, mean.degrees));
}
