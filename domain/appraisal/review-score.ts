import { rescaleWeights } from './weight';

/** A part of a whole with its weight; null is "nothing to count", which is not a zero. */
export interface WeightedPart<Key extends string = string> {
  key: Key;
  weightBp: number;
  score: number | null;
  /** How far chance may move the score; absent or null where it is exact. */
  range?: ScoreRange | null;
}

export interface ScoreRange {
  low: number;
  high: number;
}

export interface CombinedPart<Key extends string = string> extends WeightedPart<Key> {
  /** The weight it has after the parts that do not count have left; 0 when it does not count itself. */
  countedWeightBp: number;
}

export interface Combination<Key extends string = string> {
  /** 0–100; null when no part counts. */
  score: number | null;
  /** The range that the parts' ranges give; null where no part that counts has one. */
  range: ScoreRange | null;
  /** True when a part with a weight did not count, so that the others weigh more than they were meant to. */
  isRescaled: boolean;
  parts: CombinedPart<Key>[];
}

const clamp = (score: number): number => Math.min(100, Math.max(0, score));

/**
 * The weighted mean of the parts that count. Their weights are rescaled to 100 %; what is missing never pulls down. The
 * ranges are added up as if chance moved all parts the same way: indicators of one department rest on the same
 * customers, so that the range promises no more than it can hold.
 */
export function combineParts<Key extends string>(
  parts: readonly WeightedPart<Key>[],
): Combination<Key> {
  const counts = (part: WeightedPart<Key>): boolean => part.score !== null && part.weightBp > 0;
  const shares = rescaleWeights(parts.map((part) => (counts(part) ? part.weightBp : 0)));
  const weight = parts.reduce((sum, part) => sum + (counts(part) ? part.weightBp : 0), 0);
  const mean = (of: (part: WeightedPart<Key>) => number): number =>
    clamp(
      parts.reduce((sum, part) => sum + (counts(part) ? part.weightBp * of(part) : 0), 0) / weight,
    );
  const isUncertain = parts.some((part) => counts(part) && part.range);
  return {
    // From the weights as given: the rounded shares are for showing only.
    score: weight === 0 ? null : mean((part) => part.score ?? 0),
    range: isUncertain
      ? {
          low: mean((part) => part.range?.low ?? part.score ?? 0),
          high: mean((part) => part.range?.high ?? part.score ?? 0),
        }
      : null,
    isRescaled: parts.some((part) => part.weightBp > 0 && part.score === null),
    parts: parts.map((part, index) => ({ ...part, countedWeightBp: shares[index] ?? 0 })),
  };
}

/** 1–5 on a labelled scale as 0–100: the lowest label earns nothing, the highest everything. */
export function scoreOfRating(rating: number): number {
  return ((rating - 1) / 4) * 100;
}
