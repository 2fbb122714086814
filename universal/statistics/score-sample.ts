import { percentScale, type Sample, type Scale } from './sample';

/** Answers on a scale of whole numbers, as sums. */
export interface ScaleSums {
  n: number;
  sum: number;
  sumSquares: number;
}

/** Answers on a scale read as 0 to 100, its ends being the ends. */
export function rescaledSample({ n, sum, sumSquares }: ScaleSums, { low, high }: Scale): Sample {
  const unit = 100 / (high - low);
  return {
    n,
    sum: unit * (sum - n * low),
    sumSquares: unit ** 2 * (sumSquares - 2 * low * sum + n * low ** 2),
    scale: percentScale,
  };
}

/**
 * The mean of several scores that the same people gave. Answers of one person go together, and nothing tells which are of
 * one person: the spread of a person's mean is at most the mean of the spreads. So few answered as the least answered.
 */
export function meanOfSamples(samples: readonly Sample[]): Sample {
  const meanOf = (numbers: readonly number[]) =>
    numbers.reduce((total, number) => total + number, 0) / numbers.length;
  const spreadOf = ({ n, sum, sumSquares }: Sample) =>
    Math.sqrt(Math.max(sumSquares / n - (sum / n) ** 2, 0));
  const n = Math.min(...samples.map((sample) => sample.n));
  const mean = meanOf(samples.map((sample) => sample.sum / sample.n));
  return {
    n,
    sum: n * mean,
    sumSquares: n * (meanOf(samples.map(spreadOf)) ** 2 + mean ** 2),
    scale: samples[0]?.scale ?? percentScale,
  };
}
