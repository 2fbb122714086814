import type { Sample } from './sample';

/**
 * Which answers of a sample are of the same people, as sums over every two different answers of one person, each way
 * round. Answers of people who are not known count as of a person each.
 */
export interface SamePersonSums {
  /** Answers less people. */
  repeats: number;
  pairs: number;
  /** Of the first answer of each pair. */
  pairSum: number;
  /** Of the product of both. */
  pairProduct: number;
}

/** The sums where each answer counts as so many of the unit that it was summed in. */
export function inUnit(sums: SamePersonSums, unit: number): SamePersonSums {
  return {
    ...sums,
    pairSum: unit * sums.pairSum,
    pairProduct: unit ** 2 * sums.pairProduct,
  };
}

/**
 * The sums as so many answers can have them. Values may be kept from a moment before or after the sums: then there can be
 * more repeats than answers, and without this fewer people than none.
 */
export function withinAnswers(sums: SamePersonSums, n: number): SamePersonSums {
  const others = Math.max(n - 1, 0);
  return {
    ...sums,
    repeats: Math.min(sums.repeats, others),
    pairs: Math.min(sums.pairs, n * others),
  };
}

/** How many people answered, at most: whoever is not known may be anybody. */
export const peopleIn = ({ n, samePerson }: Pick<Sample, 'n' | 'samePerson'>): number =>
  n - (samePerson?.repeats ?? 0);

/** As many people of equal numbers of answers as would know as much as these: n² ÷ Σ(answers of a person)². */
export const equalPeople = ({ n, samePerson }: Pick<Sample, 'n' | 'samePerson'>): number =>
  (n * n) / (n + (samePerson?.pairs ?? 0));

/**
 * As many people as that must have come again, in two camps at the ends of the scale, until what they say of how far one
 * person’s answers go together weighs as much as the assumption that they are all alike.
 */
const CAMPS_OF_ASSUMPTION = 1;

/**
 * How far answers of one person go together, from 0 (no more than anybody's) to 1 (always alike). From the variance
 * between persons, linearised: Σ over persons of (sum of answer − mean)² ÷ Σ over answers of (answer − mean)². Few
 * people, and people who nearly all answer alike, show little of it: until they do, answers count as alike.
 */
function likenessOf({ n, sum, sumSquares, scale, samePerson }: Sample): number {
  if (!samePerson || samePerson.pairs <= 0) return 0;
  const { repeats, pairs, pairSum, pairProduct } = samePerson;
  const mean = sum / n;
  const spread = sumSquares - n * mean ** 2;
  if (spread <= 1e-9 * Math.max(sumSquares, 1)) return 1;
  const between = spread + pairProduct - 2 * mean * pairSum + mean ** 2 * pairs;
  const people = equalPeople({ n, samePerson });
  const inflation = (people / Math.max(people - 1, 0.5)) * (between / spread);
  const found = ((inflation - 1) * n) / pairs;
  // People of two answers and more, weighed by how often they came again: (Σ again)² ÷ Σ again².
  const cameAgain = repeats ** 2 / (pairs - repeats);
  const camps = (cameAgain * spread) / (n * ((scale.high - scale.low) / 2) ** 2);
  const assumed = CAMPS_OF_ASSUMPTION / (camps + CAMPS_OF_ASSUMPTION);
  return Math.min(Math.max((1 - assumed) * found + assumed, 0), 1);
}

/**
 * As many answers of different people as would be as sure of the mean: n ÷ design effect (Kish 1965, Survey Sampling,
 * section 8.2; Rao and Scott 1992, Biometrics 48:577, for counts; Korn and Graubard 1998, Survey Methodology 24:193).
 * Never more than there are answers.
 */
export function effectiveN(sample: Sample): number {
  const pairs = sample.samePerson?.pairs ?? 0;
  if (pairs <= 0 || sample.n <= 0) return sample.n;
  return sample.n / (1 + (likenessOf(sample) * pairs) / sample.n);
}
