import { cellTotals } from '../../domain/pulse/disclosure-network';
import { suppressCells } from '../../domain/pulse/suppress-cells';
import { allCells, randomOrganisation, seededRandom } from './random-organisation';

export const minimum = 5;

interface ReleaseSize {
  departments: number;
  questions: number;
  bands?: number;
}

/** A release of an organisation made up at random: who answered what, and which cells are withheld. */
export function simulatedRelease(seed: number, { departments, questions, bands = 4 }: ReleaseSize) {
  const random = seededRandom(seed);
  const { shape, asked, answered } = randomOrganisation(random, { departments, bands, questions });
  const isWhole = (cell: number) => cell % (bands + 1) === bands;
  const below = shape.parents.map(() => 1);
  for (let department = departments - 1; department > 0; department--)
    below[shape.parents[department]!]! += below[department]!;
  const worth = allCells(shape).map((cell) =>
    isWhole(cell) ? 1 + Math.ceil(Math.log2(1 + below[Math.floor(cell / (bands + 1))]!)) : 0,
  );
  const begin = performance.now();
  const hidden = suppressCells({
    shape,
    patterns: [...answered, asked].map((counts) => ({ counts })),
    worth,
    minimum,
  });
  const milliseconds = performance.now() - begin;
  const totals = answered.map((counts) => cellTotals(shape, counts));
  const large = allCells(shape).filter((cell) => totals.every((total) => total[cell]! >= minimum));
  const shareOf = (cells: number[]) =>
    cells.filter((cell) => !hidden.has(cell)).length / Math.max(1, cells.length);
  return {
    shape,
    patterns: [...answered, asked],
    published: allCells(shape).filter((cell) => !hidden.has(cell)),
    bandsKept: shareOf(large.filter((cell) => !isWhole(cell))),
    wholesKept: shareOf(large.filter(isWhole)),
    milliseconds,
  };
}

export const orNobody = (counts: readonly number[]) => counts.map((count) => count || null);
