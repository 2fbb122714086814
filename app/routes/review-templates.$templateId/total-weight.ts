/** Per cent as whole basis points, so that 33.33 + 33.33 + 33.34 is exactly 100 %. */
const basisPoints = (percent: string | undefined): number => Math.round(Number(percent || 0) * 100);

export interface TotalWeight {
  /** Per cent. */
  total: number;
  /** Positive when some is missing, negative when it is too much. */
  missing: number;
}

/** The sum of weights as they are typed; what is not a number yet counts as nothing. */
export function totalWeight(weights: readonly (string | undefined)[]): TotalWeight {
  const total = weights.reduce((sum, weight) => sum + (basisPoints(weight) || 0), 0);
  return { total: total / 100, missing: (10_000 - total) / 100 };
}
