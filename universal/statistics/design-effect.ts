/**
 * How much narrower it gets when a good part of a population of known size answered: the finite population correction
 * (Cochran 1977, Sampling Techniques, section 2.6). 0 when everybody answered: nothing was left to chance. 1 where more
 * answered than are known of, because then the population is not the one that was asked.
 */
export function finitePopulationEffect(answered: number, population: number): number {
  if (answered > population) return 1;
  return population <= 1 ? 0 : (population - answered) / (population - 1);
}

/** Sums over persons, each person's own sums squared: what the spread between persons is made of. */
export interface PersonSums {
  persons: number;
  /** Σ (sum of a person's answers)². */
  squaredSums: number;
  /** Σ (sum of a person's answers × number of that person's answers). */
  sumsByCounts: number;
  /** Σ (number of a person's answers)². */
  squaredCounts: number;
}

/**
 * How much several answers of one person widen the spread: the variance of a mean whose clusters are persons, by
 * linearisation (Cochran 1977, section 9.7), over that of as many independent answers. Never below 1, so that people who
 * answer unlike from time to time do not make a number look surer than it is.
 */
export function personEffect(
  { n, sum, sumSquares }: { n: number; sum: number; sumSquares: number },
  { persons, squaredSums, sumsByCounts, squaredCounts }: PersonSums,
): number {
  if (n <= 0 || persons >= n) return 1;
  if (persons <= 1) return n;
  const mean = sum / n;
  const spread = sumSquares - n * mean ** 2;
  const between = squaredSums - 2 * mean * sumsByCounts + mean ** 2 * squaredCounts;
  // Without any spread nothing tells whether people repeat themselves: then each person counts once.
  if (spread <= 1e-9 * Math.max(sumSquares, 1)) return n / persons;
  return Math.max((between / spread) * (persons / (persons - 1)), 1);
}
