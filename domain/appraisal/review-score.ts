import { rescaleWeights } from './weight';

/** A part of a whole with its weight; null is "nothing to count", which is not a zero. */
export interface WeightedPart<Key extends string = string> {
  key: Key;
  weightBp: number;
  score: number | null;
}

export interface CombinedPart<Key extends string = string> extends WeightedPart<Key> {
  /** The weight it has after the parts that do not count have left; 0 when it does not count itself. */
  countedWeightBp: number;
}

export interface Combination<Key extends string = string> {
  /** 0–100; null when no part counts. */
  score: number | null;
  /** True when a part with a weight did not count, so that the others weigh more than they were meant to. */
  isRescaled: boolean;
  parts: CombinedPart<Key>[];
}

const clamp = (score: number): number => Math.min(100, Math.max(0, score));

/** The weighted mean of the parts that count. Their weights are rescaled to 100 %; what is missing never pulls down. */
export function combineParts<Key extends string>(
  parts: readonly WeightedPart<Key>[],
): Combination<Key> {
  const counts = (part: WeightedPart<Key>): boolean => part.score !== null && part.weightBp > 0;
  const shares = rescaleWeights(parts.map((part) => (counts(part) ? part.weightBp : 0)));
  const weight = parts.reduce((sum, part) => sum + (counts(part) ? part.weightBp : 0), 0);
  const weighted = parts.reduce(
    (sum, part) => sum + (counts(part) ? part.weightBp * (part.score ?? 0) : 0),
    0,
  );
  return {
    // From the weights as given: the rounded shares are for showing only.
    score: weight === 0 ? null : clamp(weighted / weight),
    isRescaled: parts.some((part) => part.weightBp > 0 && part.score === null),
    parts: parts.map((part, index) => ({ ...part, countedWeightBp: shares[index] ?? 0 })),
  };
}

/** 1–5 on a labelled scale as 0–100: the lowest label earns nothing, the highest everything. */
export function scoreOfRating(rating: number): number {
  return ((rating - 1) / 4) * 100;
}
