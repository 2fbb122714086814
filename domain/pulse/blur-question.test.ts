import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivableGroups } from '../../test/oracles/derivable-groups';
import { allCells, atomsOfCell } from '../../test/oracles/random-organisation';
import type { AnswerTotals } from './blur-figures';
import { blurQuestion } from './blur-question';
import { cellAt, type TreeShape } from './disclosure-network';
import { countBound, netBound, sumBound } from './ends';
import { suppressCells } from './suppress-cells';

const minimum = 5;
type Kind = 'nps' | 'agreement';

/** Answers of the people of each atom: mostly alike within an atom, so that many groups are of one mind. */
const organisations = fc
  .record({
    seeds: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }),
    bands: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ seeds, bands }) =>
    fc.record({
      shape: fc.constant({
        parents: seeds.map((seed, index) => (index === 0 ? -1 : seed % index)),
        bands,
      }),
      answers: fc.array(
        fc.tuple(
          fc.constantFrom(1, 2, 3, 5),
          fc.array(
            fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 5 })),
            {
              maxLength: 9,
            },
          ),
        ),
        { minLength: seeds.length * bands, maxLength: seeds.length * bands },
      ),
    }),
  );

function totalsOf(scores: readonly number[]): AnswerTotals | null {
  if (scores.length === 0) return null;
  const count = (test: (score: number) => boolean) => scores.filter(test).length;
  return {
    n: scores.length,
    scoreSum: scores.reduce((sum, score) => sum + score, 0),
    scoreSquareSum: scores.reduce((sum, score) => sum + score ** 2, 0),
    favourable: count((score) => score >= 4),
    promoters: count((score) => score === 5),
    detractors: count((score) => score <= 2),
  };
}

interface Case {
  shape: TreeShape;
  answers: [usual: number, others: number[]][];
}

function released({ shape, answers }: Case, kind: Kind) {
  const scores = answers.map(([usual, others]) => others.map((other) => other || usual));
  const counts = scores.map((each) => each.length);
  const worth = allCells(shape).map((cell) => (cell % (shape.bands + 1) === shape.bands ? 1 : 0));
  const hidden = suppressCells({ shape, patterns: [{ counts }], worth, minimum });
  const figures = blurQuestion({
    shape,
    kind,
    atoms: scores.map(totalsOf),
    cells: allCells(shape).map((cell) =>
      totalsOf(atomsOfCell(shape, cell).flatMap((atom) => scores[atom] ?? [])),
    ),
    isPublished: (cell) => !hidden.has(cell),
    worth,
  });
  const everyGroup = (isExact: (cell: number) => boolean) =>
    derivableGroups(
      allCells(shape)
        .filter(isExact)
        .map((cell) => atomsOfCell(shape, cell)),
      counts.map((count) => (count === 0 ? null : 1)),
      Infinity,
    ).map((atoms) => atoms.flatMap((atom) => scores[atom] ?? []));
  return { figures, everyGroup };
}

describe('the figures of a question, all cells taken together', () => {
  it('tell of no group that follows from them that everybody or nobody of it agrees', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const { figures, everyGroup } = released(organisation, 'agreement');
        const withShare = everyGroup((cell) => {
          const { n, favourable } = figures[cell] ?? {};
          return n !== undefined && typeof favourable === 'number' && !countBound(n, favourable);
        });
        for (const scores of withShare) {
          const agreeing = scores.filter((score) => score >= 4).length;
          expect(agreeing > 0 && agreeing < scores.length).toBe(true);
        }
        const withScore = everyGroup((cell) => {
          const { n, scoreSum } = figures[cell] ?? {};
          return n !== undefined && typeof scoreSum === 'number' && !sumBound(n, scoreSum);
        });
        for (const scores of withScore) {
          const sum = scores.reduce((a, b) => a + b, 0);
          // Below, nobody can have agreed; above, everybody has to.
          expect(sum >= scores.length + 3 && sum <= 5 * scores.length - 2).toBe(true);
        }
      }),
      { numRuns: 60, seed: 20261125 },
    );
  }, 60_000);

  it('tell of no group that follows from them that nobody of it promotes, or detracts', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const { figures, everyGroup } = released(organisation, 'nps');
        const net = (cell: number) => {
          const { promoters, detractors } = figures[cell] ?? {};
          return (promoters ?? 0) - (detractors ?? 0);
        };
        for (const scores of everyGroup((cell) => {
          const n = figures[cell]?.n;
          return n !== undefined && !netBound(n, net(cell));
        })) {
          const totals = totalsOf(scores)!;
          const difference = Math.abs(totals.promoters - totals.detractors);
          expect(difference).toBeLessThanOrEqual(totals.n - 2);
        }
      }),
      { numRuns: 60, seed: 20261126 },
    );
  }, 60_000);

  it('keep back the share of a neighbour where subtracting it would tell the answers of a unanimous team', () => {
    // Two teams of ten: in one nobody agrees, in the other half do. Both and their whole have enough answers.
    const shape = { parents: [-1, 0, 0], bands: 1 };
    const half = Array.from({ length: 10 }, (_, index) => (index % 2 ? 5 : 3));
    const answers: [number, number[]][] = [
      [1, []],
      [2, Array.from({ length: 10 }, () => 0)],
      [1, half],
    ];
    const { figures } = released({ shape, answers }, 'agreement');
    const of = (department: number) => figures[cellAt(shape, department, 1)];
    expect(of(1)).toMatchObject({ n: 10, favourable: 1, scoreSum: 20 });
    expect([of(0)?.favourable, of(2)?.favourable]).toContain(null);
    // The scores stay: 2.0 on average is no end.
    expect(of(2)).toMatchObject({ n: 10, scoreSum: 40 });
    expect(of(0)).toMatchObject({ n: 20, scoreSum: 60 });
  });

  it('are exact where nobody is near an end', () => {
    const shape = { parents: [-1, 0, 0], bands: 1 };
    const mixed = [1, 2, 3, 3, 4, 4, 5, 2, 3, 4, 5, 1];
    const { figures } = released(
      {
        shape,
        answers: [
          [1, []],
          [1, mixed],
          [1, mixed],
        ],
      },
      'agreement',
    );
    expect(figures[cellAt(shape, 1, 1)]).toEqual({
      ...totalsOf(mixed),
      promoters: null,
      detractors: null,
    });
  });
});
