import {
  type AnswerTotals,
  blurFigures,
  isScoreAtEnd,
  isSpreadAtEnd,
  type ReleasedFigures,
  type UsualSpread,
} from './blur-figures';
import { cellCount, DisclosureNetwork, type TreeShape } from './disclosure-network';

interface QuestionInput {
  shape: TreeShape;
  kind: 'nps' | 'agreement';
  /** What the answers of each atom add up to; null where nobody answered. */
  atoms: readonly (AnswerTotals | null)[];
  /** The same of each cell. */
  cells: readonly (AnswerTotals | null)[];
  isPublished: (cell: number) => boolean;
  worth: readonly number[];
}

/** Something that would tell what each member of a group answered. */
interface End {
  /** How far an atom is from it, in answers or points. */
  distance: (atom: AnswerTotals) => number;
  /** Groups up to this far from it cannot be told from those that are there. */
  limit: number;
}

const spreadEnds: Record<QuestionInput['kind'], readonly End[]> = {
  agreement: [
    { distance: ({ favourable }) => favourable, limit: 1 },
    { distance: ({ n, favourable }) => n - favourable, limit: 1 },
  ],
  // Where all are promoters nobody is a detractor, and the other way round.
  nps: [
    { distance: ({ promoters }) => promoters, limit: 1 },
    { distance: ({ detractors }) => detractors, limit: 1 },
  ],
};

const scoreEnds: Record<QuestionInput['kind'], readonly End[]> = {
  // A sum alone tells that nobody agrees up to 2 points above all ones, that everybody does down to 1 below all fives.
  agreement: [
    { distance: ({ n, scoreSum }) => scoreSum - n, limit: 2 },
    { distance: ({ n, scoreSum }) => 5 * n - scoreSum, limit: 1 },
  ],
  nps: [
    { distance: ({ n, promoters, detractors }) => n - promoters + detractors, limit: 1 },
    { distance: ({ n, promoters, detractors }) => n + promoters - detractors, limit: 1 },
  ],
};

/**
 * The figures of one question, cell by cell, with their ends blurred: those of each cell, and those of every group that
 * follows from cells by adding and subtracting. For the second, shares or whole figures of further cells are withheld,
 * the least valuable first.
 */
export function blurQuestion(input: QuestionInput): (ReleasedFigures | null)[] {
  const { kind, cells } = input;
  const isAtEnd = (test: typeof isScoreAtEnd) => (cell: number) => {
    const totals = cells[cell];
    return totals ? test(kind, totals) : true;
  };
  const withoutScore = givenUp(input, isAtEnd(isScoreAtEnd), scoreEnds[kind]);
  const isShown = (cell: number) => input.isPublished(cell) && !withoutScore.has(cell);
  const isSpreadHidden = isAtEnd(isSpreadAtEnd);
  const withoutSpread = givenUp(
    { ...input, isPublished: isShown },
    isSpreadHidden,
    spreadEnds[kind],
  );
  const usual = usualSpread(
    input,
    (cell) => isShown(cell) && !isSpreadHidden(cell) && !withoutSpread.has(cell),
  );
  return cells.map((totals, cell) =>
    totals && isShown(cell)
      ? blurFigures(kind, totals, { usual, isSpreadWithheld: withoutSpread.has(cell) })
      : null,
  );
}

/** The cells that must not hold a number as it is, beside those that are blurred anyway. */
function givenUp(
  { shape, atoms, isPublished, worth }: QuestionInput,
  isBlurred: (cell: number) => boolean,
  ends: readonly End[],
): Set<number> {
  const given = new Set<number>();
  const isExact = (cell: number) => isPublished(cell) && !isBlurred(cell) && !given.has(cell);
  for (const { distance, limit } of ends) {
    const weights = atoms.map((atom) => (atom ? distance(atom) : null));
    const network = new DisclosureNetwork({ shape, weights, limit, isPublished: isExact });
    for (let cell = 0; cell < cellCount(shape); cell++) if (!isExact(cell)) network.withhold(cell);
    for (const [atom, weight] of weights.entries()) {
      if (weight === null || weight > limit) continue;
      for (let leak = network.findLeak(atom); leak; leak = network.findLeak(atom)) {
        const cell = leak.reduce((best, each) =>
          (worth[each] ?? 0) < (worth[best] ?? 0) ? each : best,
        );
        network.withhold(cell);
        given.add(cell);
      }
    }
  }
  return given;
}

/** The spread of the largest groups that show theirs, which are the topmost departments. */
function usualSpread(
  { shape, cells }: QuestionInput,
  isExact: (cell: number) => boolean,
): UsualSpread {
  let largest: AnswerTotals | null = null;
  for (let cell = shape.bands; cell < cells.length; cell += shape.bands + 1) {
    const totals = cells[cell];
    if (totals && isExact(cell) && totals.n > (largest?.n ?? 1)) largest = totals;
  }
  // Where no group shows its own: a quarter of the scale, half of the people.
  if (!largest) return { variance: 1, decidedShare: 0.5 };
  const { n, scoreSum, scoreSquareSum, promoters, detractors } = largest;
  return {
    variance: Math.max(0, scoreSquareSum - scoreSum ** 2 / n) / (n - 1),
    decidedShare: (promoters + detractors) / n,
  };
}
