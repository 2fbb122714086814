import { describe, expect, it } from 'vitest';
import { type AnswerTotals, blurFigures } from './blur-figures';

const usual = { variance: 1.1, decidedShare: 0.6 };

/** Every way in which n people can spread over so many answers. */
function* spreads(n: number, answers: number): Generator<number[]> {
  if (answers === 1) {
    yield [n];
    return;
  }
  for (let first = 0; first <= n; first++)
    for (const rest of spreads(n - first, answers - 1)) yield [first, ...rest];
}

function statement(counts: readonly number[]): AnswerTotals {
  const sum = (value: (score: number) => number) =>
    counts.reduce((total, count, index) => total + count * value(index + 1), 0);
  return {
    n: sum(() => 1),
    scoreSum: sum((score) => score),
    scoreSquareSum: sum((score) => score ** 2),
    favourable: sum((score) => (score >= 4 ? 1 : 0)),
    promoters: 0,
    detractors: 0,
  };
}

function enps([detractors = 0, passives = 0, promoters = 0]: readonly number[]): AnswerTotals {
  const n = detractors + passives + promoters;
  return { n, scoreSum: 0, scoreSquareSum: 0, favourable: promoters, promoters, detractors };
}

const groupSizes = [3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 21, 40];

/** Groups whose released figures are the same, each with how many people gave an answer of the kind in question. */
function alike(
  kind: 'nps' | 'agreement',
  groups: Iterable<readonly number[]>,
  isSpreadWithheld: boolean,
) {
  const classes = new Map<string, (readonly number[])[]>();
  for (const counts of groups) {
    const totals = kind === 'nps' ? enps(counts) : statement(counts);
    const key = JSON.stringify(blurFigures(kind, totals, { usual, isSpreadWithheld }));
    classes.set(key, [...(classes.get(key) ?? []), counts]);
  }
  return [...classes.values()];
}

/** Whether all groups that look alike agree in that nobody, or that everybody, gave one of these answers. */
function tells(groups: readonly (readonly number[])[], answers: readonly number[]): boolean {
  const share = groups.map((counts) => {
    const n = counts.reduce((a, b) => a + b, 0);
    return answers.reduce((sum, answer) => sum + (counts[answer] ?? 0), 0) / n;
  });
  return share.every((each) => each === 0) || share.every((each) => each === 1);
}

describe.each([false, true])('released figures, with the share withheld: %s', (isWithheld) => {
  it.each(groupSizes)('of a statement tell no answer of each of %i people', (n) => {
    const few = n <= 12 ? spreads(n, 5) : spreadsNearEnds(n);
    for (const groups of alike('agreement', few, isWithheld)) {
      for (const agreeing of [[3, 4]]) expect(tells(groups, agreeing)).toBe(false);
      // Not one answer of five is known to be everybody's either.
      for (const answer of [0, 1, 2, 3, 4])
        expect(groups.every((counts) => counts[answer] === n)).toBe(false);
    }
  });

  it.each(groupSizes)('of eNPS tell no answer of each of %i people', (n) => {
    for (const groups of alike('nps', spreads(n, 3), isWithheld)) {
      for (const answers of [[0], [2]]) expect(tells(groups, answers)).toBe(false);
      expect(groups.every((counts) => counts[1] === n)).toBe(false);
    }
  });
});

/** For large groups: everybody within two or three neighbouring answers, but a few. */
function* spreadsNearEnds(n: number): Generator<number[]> {
  for (const counts of spreads(n, 3))
    for (const at of [0, 1, 2]) {
      const all = [0, 0, 0, 0, 0];
      counts.forEach((count, index) => (all[at + index] = count));
      yield all;
      for (const [from, to] of [
        [at, 4],
        [at + 1, 0],
        [at + 2, 1],
      ] as const) {
        if ((all[from] ?? 0) === 0 || from === to) continue;
        const moved = [...all];
        moved[from]! -= 1;
        moved[to]! += 1;
        yield moved;
      }
    }
}

describe('released figures', () => {
  it('are what they were where nothing is near an end', () => {
    const totals = statement([2, 3, 5, 6, 4]);
    expect(blurFigures('agreement', totals, { usual, isSpreadWithheld: false })).toEqual({
      n: 20,
      scoreSum: totals.scoreSum,
      scoreSquareSum: totals.scoreSquareSum,
      favourable: 10,
      promoters: null,
      detractors: null,
    });
    expect(blurFigures('nps', enps([4, 6, 10]), { usual, isSpreadWithheld: false })).toMatchObject({
      promoters: 10,
      detractors: 4,
    });
  });

  it('say at most 5 percent where nobody of twenty agrees, as where one does', () => {
    const nobody = blurFigures('agreement', statement([0, 8, 12, 0, 0]), {
      usual,
      isSpreadWithheld: false,
    });
    expect(nobody).toMatchObject({ favourable: 1, scoreSum: 52 });
  });

  it('keep the eNPS of a group without detractors', () => {
    const { promoters, detractors } = blurFigures('nps', enps([0, 8, 12]), {
      usual,
      isSpreadWithheld: false,
    });
    expect((promoters ?? 0) - (detractors ?? 0)).toBe(12);
    expect(detractors).toBeGreaterThan(0);
  });
});
