import type { Confidence, Interval } from './confidence';
import { adjustedMean, meanInterval, tReach } from './mean-interval';
import type { Sample } from './sample';

export interface FinitePopulation {
  /** How many could have answered, those who did included. */
  size: number;
  /** The least by which two answers can differ, on the scale of the sample. */
  step: number;
}

/**
 * The interval of the mean of all who could have answered, where that is a known number of people. Those who answered are
 * known; only the others are estimated, as a mean of so many further answers (Cochran 1977, Sampling Techniques, section
 * 2.6, in the form that predicts who did not answer), and half a step is added to each side, because few people give no
 * values in between. Null when everybody answered, who are no sample. Where more answered than are known of, the
 * population is not the one that was asked and is left out of account. `docs/statistics.md` has its coverage.
 */
export function finitePopulationInterval(
  sample: Sample,
  { size, step }: FinitePopulation,
  confidence: Confidence = 95,
): Interval | null {
  const { n, sum, scale } = sample;
  if (n <= 0 || size === n) return null;
  if (size < n) return meanInterval(sample, confidence);
  const others = size - n;
  const { middle, deviation, error, degrees } = adjustedMean(sample);
  const reach = tReach(confidence, degrees) * Math.hypot(error, deviation / Math.sqrt(others));
  const within = (total: number) =>
    Math.min(Math.max(total, others * scale.low), others * scale.high);
  return {
    low: (sum + within(others * (middle - reach) - step / 2)) / size,
    high: (sum + within(others * (middle + reach) + step / 2)) / size,
  };
}
