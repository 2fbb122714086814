/**
 * How much narrower it gets when a good part of a population of known size answered: the finite population correction
 * (Cochran 1977, Sampling Techniques, section 2.6). 0 when everybody answered: nothing was left to chance. 1 where more
 * answered than are known of, because then the population is not the one that was asked.
 */
export function finitePopulationEffect(answered: number, population: number): number {
  if (answered > population) return 1;
  return population <= 1 ? 0 : (population - answered) / (population - 1);
}
