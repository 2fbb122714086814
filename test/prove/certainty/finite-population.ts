import { finitePopulationInterval } from '../../../universal/statistics/finite-population-interval';
import { shareSample } from '../../../universal/statistics/sample';

/** ln k!, for k up to `most`. */
function logFactorials(most: number): number[] {
  const logs = [0];
  for (let k = 1; k <= most; k += 1) logs.push(logs[k - 1]! + Math.log(k));
  return logs;
}

/**
 * The share of a population at which the interval of those who answered holds it least often, computed over all ways in
 * which they can be drawn (hypergeometric).
 */
export function leastInPopulation(
  size: number,
  answered: number,
): { covered: number; favourable: number } {
  const log = logFactorials(size);
  const logChoose = (of: number, some: number) => log[of]! - log[some]! - log[of - some]!;
  const intervals = Array.from({ length: answered + 1 }, (_, favourable) =>
    finitePopulationInterval(shareSample({ favourable, n: answered }), { size, step: 100 })!,
  );
  let least = { covered: 2, favourable: 0 };
  for (let favourable = 0; favourable <= size; favourable += 1) {
    const value = (100 * favourable) / size;
    let covered = 0;
    const [fewest, most] = [
      Math.max(0, answered - (size - favourable)),
      Math.min(answered, favourable),
    ];
    for (let found = fewest; found <= most; found += 1) {
      const { low, high } = intervals[found]!;
      if (low > value + 1e-9 || high < value - 1e-9) continue;
      covered += Math.exp(
        logChoose(favourable, found) +
          logChoose(size - favourable, answered - found) -
          logChoose(size, answered),
      );
    }
    if (covered < least.covered) least = { covered, favourable };
  }
  return least;
}
