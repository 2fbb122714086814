export const confidenceLevels = [80, 90, 95, 99] as const;
export type Confidence = (typeof confidenceLevels)[number];

/** From this level on a difference is called beyond noise. */
export const BEYOND_NOISE: Confidence = 95;

export interface Interval {
  low: number;
  high: number;
}

/** The highest level at which a difference is beyond noise; null when not even at the lowest. */
export function confidenceOf(pValue: number): Confidence | null {
  return confidenceLevels.filter((level) => pValue <= 1 - level / 100 + 1e-12).at(-1) ?? null;
}

export const isBeyondNoise = (pValue: number): boolean => pValue <= 1 - BEYOND_NOISE / 100;
