import tDistribution from '@stdlib/stats-base-dists-t-cdf';
import type { Confidence, Interval } from './confidence';
import { type AdjustedMean, adjustedMean, intervalWithin, tReach } from './mean-interval';
import { peopleIn } from './same-person';
import type { Sample } from './sample';

export interface Difference {
  difference: number;
  /** 95 % unless asked otherwise. */
  interval: Interval;
  /** How often chance alone would make a difference at least as large, taken alone. */
  pValue: number;
}

type Side = AdjustedMean & { scale: Sample['scale'] };

/**
 * Square-and-add: the error towards zero is made of how far the one reaches down and the other up (Newcombe 1998,
 * Statistics in Medicine 17:873, method 10; Zou and Donner 2008, Statistics in Medicine 27:1693).
 */
function squareAndAdd(a: Side, b: Side, errors: number): Interval {
  const [one, other] = [intervalWithin(a, a.scale, errors), intervalWithin(b, b.scale, errors)];
  const difference = a.value - b.value;
  const furthest = a.scale.high - a.scale.low;
  return {
    low: Math.max(difference - Math.hypot(a.value - one.low, other.high - b.value), -furthest),
    high: Math.min(difference + Math.hypot(one.high - a.value, b.value - other.low), furthest),
  };
}

const isExcluded = ({ low, high }: Interval) => low > 0 || high < 0;
const MOST_ERRORS = 40;

/** The number of standard errors at which the interval of the difference just reaches zero. */
function errorsToZero(a: Side, b: Side): number {
  if (!isExcluded(squareAndAdd(a, b, 0))) return 0;
  let [within, beyond] = [0, MOST_ERRORS];
  for (let step = 0; step < 40; step += 1) {
    const middle = (within + beyond) / 2;
    if (isExcluded(squareAndAdd(a, b, middle))) within = middle;
    else beyond = middle;
  }
  return within;
}

const isUniform = ({ n, sum, sumSquares }: Sample) =>
  sumSquares - (sum * sum) / n <= 1e-9 * Math.max(sumSquares, 1);

/** How often two groups would come apart like this, each alike in itself, had they been dealt from one lot: 2 ÷ C(n, k). */
function dealtApart(first: number, second: number): number {
  const smaller = Math.min(first, second);
  let ways = 1;
  for (let at = 1; at <= smaller && ways < 1e15; at += 1)
    ways *= (first + second - smaller + at) / at;
  return Math.min(2 / ways, 1);
}

/**
 * a − b with its interval and the p-value that belongs to it: at 5 % the interval of 95 % just reaches zero. Degrees of
 * freedom are those of the smaller sample. People who answered in both would make the difference surer than is said here:
 * nothing is subtracted for them. Null when either has no answers.
 */
export function differenceBetween(
  first: Sample,
  second: Sample,
  confidence: Confidence = 95,
): Difference | null {
  if (first.n <= 0 || second.n <= 0) return null;
  const a = { ...adjustedMean(first), scale: first.scale };
  const b = { ...adjustedMean(second), scale: second.scale };
  const degrees = Math.min(a.degrees, b.degrees, 1e6);
  const difference = a.value - b.value;
  const interval = squareAndAdd(a, b, tReach(confidence, degrees));
  const pValue = Math.min(2 * tDistribution(-errorsToZero(a, b), degrees), 1);
  if (difference === 0 || !isUniform(first) || !isUniform(second)) {
    return { difference, interval, pValue };
  }
  // Without any spread on either side the direction is surer than the size.
  const apart = dealtApart(peopleIn(first), peopleIn(second));
  const isSure = apart <= 1 - confidence / 100;
  return {
    difference,
    interval: {
      low: isSure && difference > 0 ? Math.max(interval.low, 0) : interval.low,
      high: isSure && difference < 0 ? Math.min(interval.high, 0) : interval.high,
    },
    pValue: Math.min(pValue, apart),
  };
}
