import type { Interval } from '../../../universal/statistics/confidence';
import type { Sample } from '../../../universal/statistics/sample';
import { chanceOf, type NpsShape, outcomesOf, trueNps } from './trinomial';

export type IntervalMethod = (sample: Sample) => Interval | null;

export interface Coverage {
  n: number;
  shape: NpsShape;
  /** The share of all possible samples, weighed by their chance, whose interval holds the true value. */
  covered: number;
  width: number;
}

const holds = (interval: Interval | null, value: number) =>
  interval !== null && interval.low <= value + 1e-9 && interval.high >= value - 1e-9;

/** Exact, without drawing anything: every outcome counts by its chance. */
export function coverageOf(
  method: IntervalMethod,
  n: number,
  shapes: readonly NpsShape[],
): Coverage[] {
  const outcomes = outcomesOf(n).map((outcome) => ({
    ...outcome,
    interval: method(outcome.sample),
  }));
  return shapes.map((shape) => {
    const value = trueNps(shape);
    let [covered, width] = [0, 0];
    for (const outcome of outcomes) {
      const chance = chanceOf(shape, n, outcome);
      if (holds(outcome.interval, value)) covered += chance;
      if (outcome.interval) width += chance * (outcome.interval.high - outcome.interval.low);
    }
    return { n, shape, covered, width };
  });
}

export const leastOf = (found: readonly Coverage[]) =>
  found.reduce((least, next) => (next.covered < least.covered ? next : least));
