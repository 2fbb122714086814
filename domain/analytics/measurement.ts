import type { Metric } from './metric';
import {
  type Confidence,
  type Interval,
  meanChangeConfidence,
  meanInterval,
  type Moments,
  type NpsCounts,
  npsChangeConfidence,
  npsInterval,
  type Share,
  shareChangeConfidence,
  wilsonInterval,
} from './statistics';

/** What a value was computed from: enough for its interval, for a test of its change, and to compute it again. */
export type Distribution =
  | ({ kind: 'nps'; passives: number } & NpsCounts)
  | ({ kind: 'share' } & Share)
  | ({ kind: 'mean' } & Moments)
  | { kind: 'count'; n: number };

/** A value with what it stands on. Too few answers: the value is withheld and n is shown. */
export interface Measurement {
  value: number | null;
  n: number;
  isTooFew: boolean;
  /** 95 %; null for a count, which is not an estimate. */
  interval: Interval | null;
  distribution: Distribution;
}

function intervalOf(distribution: Distribution): Interval | null {
  switch (distribution.kind) {
    case 'nps':
      return npsInterval(distribution);
    case 'share':
      return wilsonInterval(distribution);
    case 'mean':
      return meanInterval(distribution);
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
  return {
    value: isShown ? value : null,
    n,
    isTooFew,
    interval: isShown ? intervalOf(distribution) : null,
    distribution,
  };
}

export type ChangeDirection = 'improved' | 'worsened' | 'unchanged';

export interface Change {
  difference: number;
  /** Taking into account whether higher or lower is better. */
  direction: ChangeDirection;
  /** The highest level at which the change is beyond noise; null when within noise, or where noise has no meaning. */
  confidence: Confidence | null;
  isSignificant: boolean;
}

const SIGNIFICANT_FROM: Confidence = 95;

function changeConfidence(a: Distribution, b: Distribution): Confidence | null {
  if (a.kind === 'nps' && b.kind === 'nps') return npsChangeConfidence(a, b);
  if (a.kind === 'share' && b.kind === 'share') return shareChangeConfidence(a, b);
  if (a.kind === 'mean' && b.kind === 'mean') return meanChangeConfidence(a, b);
  return null;
}

/** The change between two measurements; null when either has no value to compare. */
export function changeBetween(
  metric: Pick<Metric, 'direction'>,
  current: Measurement,
  previous: Measurement,
): Change | null {
  if (current.value === null || previous.value === null) return null;
  const difference = current.value - previous.value;
  const confidence = changeConfidence(current.distribution, previous.distribution);
  const isBetter = metric.direction === 'higher' ? difference > 0 : difference < 0;
  return {
    difference,
    direction: difference === 0 ? 'unchanged' : isBetter ? 'improved' : 'worsened',
    confidence,
    isSignificant: confidence !== null && confidence >= SIGNIFICANT_FROM,
  };
}
