import {
  type Confidence,
  confidenceOf,
  type Interval,
  isBeyondNoise,
} from '../../universal/statistics/confidence';
import { differenceBetween } from '../../universal/statistics/difference';
import { meanInterval } from '../../universal/statistics/mean-interval';
import {
  type NpsCounts,
  npsSample,
  type Sample,
  type Scale,
  type Share,
  shareSample,
} from '../../universal/statistics/sample';
import { effectiveN, peopleIn, type SamePersonSums } from '../../universal/statistics/same-person';
import type { Metric } from './metric';

/** What a value was computed from: enough for its interval, for a test of its change, and to compute it again. */
export type Distribution =
  | ({ kind: 'nps'; passives: number } & NpsCounts)
  | ({ kind: 'share' } & Share)
  | {
      kind: 'mean';
      n: number;
      sum: number;
      sumSquares: number;
      scale: Scale;
      samePerson?: SamePersonSums | undefined;
    }
  | { kind: 'count'; n: number; samePerson?: SamePersonSums | undefined };

/** A value with what it stands on. Too few answers: the value is withheld and n is shown. */
export interface Measurement {
  value: number | null;
  n: number;
  /** How many people gave the answers; n where nobody is known to have given several. */
  people: number;
  /** As many answers of different people as would be as sure; n where nobody is known to have given several. */
  effectiveN: number;
  isTooFew: boolean;
  /** 95 %; null for a count, which is not an estimate. */
  interval: Interval | null;
  distribution: Distribution;
}

/** The answers as a sample on their scale; null for a count, which is no estimate of anything. */
export function sampleOf(distribution: Distribution): Sample | null {
  switch (distribution.kind) {
    case 'nps':
      return npsSample(distribution);
    case 'share':
      return shareSample(distribution);
    case 'mean':
      return distribution;
    case 'count':
      return null;
  }
}

/** Attaches n and interval to a value of the semantic layer and withholds it below the metric's minimum n. */
export function measurementOf(
  metric: Pick<Metric, 'minimumN'>,
  value: number | null,
  distribution: Distribution,
): Measurement {
  const { n } = distribution;
  const isTooFew = n < metric.minimumN;
  const isShown = value !== null && !isTooFew;
  const sample = sampleOf(distribution);
  return {
    value: isShown ? value : null,
    n,
    people: peopleIn(distribution),
    effectiveN: sample ? effectiveN(sample) : n,
    isTooFew,
    interval: isShown && sample ? meanInterval(sample) : null,
    distribution,
  };
}

export type ChangeDirection = 'improved' | 'worsened' | 'unchanged';

export interface Change {
  difference: number;
  /** Taking into account whether higher or lower is better. */
  direction: ChangeDirection;
  /** 95 %, of the difference; null for a count, where noise has no meaning. */
  interval: Interval | null;
  /** How often chance alone would make such a difference, looked at alone; null for a count. */
  pValue: number | null;
  /** The highest level at which the change is beyond noise; null when within noise, or where noise has no meaning. */
  confidence: Confidence | null;
  isSignificant: boolean;
}

/** The change between two measurements; null when either has no value to compare. */
export function changeBetween(
  metric: Pick<Metric, 'direction'>,
  current: Measurement,
  previous: Measurement,
): Change | null {
  if (current.value === null || previous.value === null) return null;
  const difference = current.value - previous.value;
  const [now, before] = [sampleOf(current.distribution), sampleOf(previous.distribution)];
  const estimated = now && before && differenceBetween(now, before);
  const pValue = estimated?.pValue ?? null;
  const isBetter = metric.direction === 'higher' ? difference > 0 : difference < 0;
  return {
    difference,
    direction: difference === 0 ? 'unchanged' : isBetter ? 'improved' : 'worsened',
    interval: estimated?.interval ?? null,
    pValue,
    confidence: pValue === null ? null : confidenceOf(pValue),
    isSignificant: pValue !== null && isBeyondNoise(pValue),
  };
}
