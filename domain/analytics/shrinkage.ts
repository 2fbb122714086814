import { effectiveN } from '../../universal/statistics/same-person';
import { type Distribution, sampleOf } from './measurement';
import type { Interval } from '../../universal/statistics/confidence';

/** What a value is drawn towards, and how strongly. */
export interface Population {
  /** Of all groups together: Σ(n × value) ÷ Σn, in the metric's unit. */
  mean: number;
  /** As many answers as the mean weighs: m in (n·x + m·μ) ÷ (n + m). */
  priorWeight: number;
  /** Groups with answers. */
  size: number;
  /** False where the groups do not tell how much they differ, and the default weight stands in. */
  isEstimated: boolean;
}

export const DEFAULT_PRIOR_WEIGHT = 30;
/** With fewer groups a spread between them means nothing. */
const FEWEST_GROUPS = 3;

interface Group {
  answers: number;
  /** Answers of different people that would be as sure of the mean. */
  n: number;
  mean: number;
  /** Of single answers, biased: Σ(x − mean)² ÷ answers. */
  variance: number;
}

function groupOf(distribution: Distribution): Group | null {
  const sample = sampleOf(distribution);
  if (!sample || sample.n <= 0) return null;
  const { n: answers, sum, sumSquares } = sample;
  const mean = sum / answers;
  const variance = Math.max(sumSquares / answers - mean ** 2, 0);
  return { answers, n: effectiveN(sample), mean, variance };
}

/**
 * Mean and weight of a population of groups that do not overlap, by empirical Bayes (C. N. Morris, 1983, JASA 78:47):
 * m = variance of answers within groups ÷ variance of the groups' true values, both from the one-way analysis of
 * variance for groups of unlike size (Searle, Casella and McCulloch, Variance Components, 1992, ch. 3). Where people
 * gave several answers, groups are as large as these are worth. Null without any answer.
 */
export function populationOf(distributions: readonly Distribution[]): Population | null {
  const groups = distributions.flatMap((distribution) => groupOf(distribution) ?? []);
  const total = groups.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const mean =
    groups.reduce((sum, group) => sum + group.answers * group.mean, 0) /
    groups.reduce((sum, { answers }) => sum + answers, 0);
  const size = groups.length;
  const unknown = { mean, size, priorWeight: DEFAULT_PRIOR_WEIGHT, isEstimated: false };
  if (size < FEWEST_GROUPS || total <= size) return unknown;
  const within = groups.reduce((sum, { n, variance }) => sum + n * variance, 0) / (total - size);
  const centre = groups.reduce((sum, group) => sum + group.n * group.mean, 0) / total;
  const between =
    groups.reduce((sum, group) => sum + group.n * (group.mean - centre) ** 2, 0) / (size - 1);
  const typicalN = (total - groups.reduce((sum, { n }) => sum + n * n, 0) / total) / (size - 1);
  const spread = (between - within) / typicalN;
  if (!(spread > 0) || !(within > 0)) return unknown;
  return { mean, size, priorWeight: within / spread, isEstimated: true };
}

/** (n·x + m·μ) ÷ (n + m): few answers say little of their own, many say nearly everything. n: the effective one. */
export function shrink(value: number, n: number, { mean, priorWeight }: Population): number {
  return (n * value + priorWeight * mean) / (n + priorWeight);
}

/**
 * The interval of the shrunk value. m answers' worth is known beforehand, so that its error is smaller by √(n ÷ (n + m));
 * each side keeps its own length, because intervals near the end of a scale are lopsided.
 */
export function shrinkInterval(
  value: number,
  interval: Interval,
  n: number,
  population: Population,
): Interval {
  const centre = shrink(value, n, population);
  const factor = Math.sqrt(n / (n + population.priorWeight));
  return {
    low: centre - factor * (value - interval.low),
    high: centre + factor * (interval.high - value),
  };
}
