import { inUnit, type SamePersonSums } from './same-person';

/**
 * Answers on a scale with two ends, as sums: enough to know their mean and their spread without the answers themselves.
 * Every estimate of the portal is the mean of such a sample.
 */
export interface Sample {
  n: number;
  sum: number;
  sumSquares: number;
  scale: Scale;
  /** Which answers are of the same people; absent where nobody answered twice, as far as is known. */
  samePerson?: SamePersonSums | undefined;
}

export interface Scale {
  low: number;
  high: number;
}

export const npsScale: Scale = { low: -100, high: 100 };
export const percentScale: Scale = { low: 0, high: 100 };

export interface NpsCounts {
  promoters: number;
  detractors: number;
  n: number;
  /** A promoter counting 1, a detractor −1. */
  samePerson?: SamePersonSums | undefined;
}

/** NPS is a mean: a promoter counts +100, a detractor −100, everybody else 0. */
export function npsSample({ promoters, detractors, n, samePerson }: NpsCounts): Sample {
  return {
    n,
    sum: 100 * (promoters - detractors),
    sumSquares: 10_000 * (promoters + detractors),
    scale: npsScale,
    samePerson: samePerson && inUnit(samePerson, 100),
  };
}

/** Answers that count as favourable, of all answers. */
export interface Share {
  favourable: number;
  n: number;
  /** A favourable answer counting 1. */
  samePerson?: SamePersonSums | undefined;
}

/** A share in per cent is a mean: favourable counts 100, everything else 0. */
export function shareSample({ favourable, n, samePerson }: Share): Sample {
  return {
    n,
    sum: 100 * favourable,
    sumSquares: 10_000 * favourable,
    scale: percentScale,
    samePerson: samePerson && inUnit(samePerson, 100),
  };
}
