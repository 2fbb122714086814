import { clamp, countBound, marginOf, netBound, netLimit, sumBound, sumRange } from './ends';

/** What the answers of a group to one question add up to. */
export interface AnswerTotals {
  n: number;
  scoreSum: number;
  scoreSquareSum: number;
  favourable: number;
  promoters: number;
  detractors: number;
}

/** What is released of it: sums for a statement, promoters and detractors for eNPS. */
export interface ReleasedFigures {
  n: number;
  scoreSum: number | null;
  scoreSquareSum: number | null;
  /** Null for eNPS, and where the share would give another group's answers away. */
  favourable: number | null;
  promoters: number | null;
  detractors: number | null;
}

/** How unlike answers to a question are anywhere; stands in where a group's own spread would tell too much. */
export interface UsualSpread {
  /** Of answers from 1 to 5. */
  variance: number;
  /** The share of promoters and detractors together. */
  decidedShare: number;
}

const hasEnd = (totals: AnswerTotals, counts: readonly number[]) =>
  counts.some((count) => countBound(totals.n, count) !== null);

/** Whether the share who agree, or who promote or detract, is too near to nobody or everybody to be told. */
export function isSpreadAtEnd(kind: 'nps' | 'agreement', totals: AnswerTotals): boolean {
  return kind === 'nps'
    ? Math.min(totals.promoters, totals.detractors) <= marginOf(totals.n)
    : hasEnd(totals, [totals.favourable]);
}

/** Whether the score itself is too near to an end of its scale. */
export function isScoreAtEnd(kind: 'nps' | 'agreement', totals: AnswerTotals): boolean {
  return kind === 'nps'
    ? netBound(totals.n, totals.promoters - totals.detractors) !== null
    : sumBound(totals.n, totals.scoreSum) !== null;
}

interface BlurChoice {
  usual: UsualSpread;
  /** The share who agree, or promote, would give another group away. */
  isSpreadWithheld: boolean;
}

/** The figures of one cell with their ends blurred. What is blurred follows from what is published, and from nothing else. */
export function blurFigures(
  kind: 'nps' | 'agreement',
  totals: AnswerTotals,
  choice: BlurChoice,
): ReleasedFigures {
  return kind === 'nps' ? blurEnps(totals, choice) : blurScore(totals, choice);
}

function blurScore(totals: AnswerTotals, { usual, isSpreadWithheld }: BlurChoice): ReleasedFigures {
  const { n } = totals;
  const { low, high } = sumRange(n);
  const scoreSum = clamp(totals.scoreSum, low, high);
  const isBlurred =
    isSpreadWithheld || isSpreadAtEnd('agreement', totals) || isScoreAtEnd('agreement', totals);
  const margin = marginOf(n);
  return {
    n,
    scoreSum,
    scoreSquareSum: isBlurred ? usualSquareSum(n, scoreSum, usual.variance) : totals.scoreSquareSum,
    favourable: isSpreadWithheld ? null : clamp(totals.favourable, margin, n - margin),
    promoters: null,
    detractors: null,
  };
}

/** The square sum that a group with this mean has when its answers differ as usual, as far as the mean leaves room. */
function usualSquareSum(n: number, scoreSum: number, variance: number): number {
  const mean = scoreSum / n;
  const room = ((mean - 1) * (5 - mean) * n) / (n - 1);
  return Math.ceil(scoreSum * mean + (n - 1) * Math.min(variance, room));
}

function blurEnps(totals: AnswerTotals, { usual, isSpreadWithheld }: BlurChoice): ReleasedFigures {
  const { n } = totals;
  const released = { n, scoreSum: null, scoreSquareSum: null, favourable: null };
  if (!isSpreadWithheld && !isSpreadAtEnd('nps', totals)) {
    return { ...released, promoters: totals.promoters, detractors: totals.detractors };
  }
  const net = clamp(totals.promoters - totals.detractors, -netLimit(n), netLimit(n));
  // As many promoters and detractors as usual: an even number more than their difference.
  const least = Math.abs(net) + 2 * marginOf(n);
  const more = Math.floor((clamp(usual.decidedShare * n, least, n) - least) / 2);
  const decided = least + 2 * more;
  return { ...released, promoters: (decided + net) / 2, detractors: (decided - net) / 2 };
}
