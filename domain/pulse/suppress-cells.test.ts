import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivableGroups } from '../../test/oracles/derivable-groups';
import { allCells, atomsOfCell } from '../../test/oracles/random-organisation';
import { cellAt, DisclosureNetwork, type TreeShape } from './disclosure-network';
import { suppressCells } from './suppress-cells';

const minimum = 5;

interface Organisation {
  shape: TreeShape;
  patterns: number[][];
}

/** At most six departments by up to four bands, one or two questions; small groups, empty ones, and large ones. */
const organisations: fc.Arbitrary<Organisation> = fc
  .record({
    seeds: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 }),
    bands: fc.integer({ min: 1, max: 4 }),
    questions: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ seeds, bands, questions }) =>
    fc.record({
      shape: fc.constant({
        parents: seeds.map((seed, index) => (index === 0 ? -1 : seed % index)),
        bands,
      }),
      patterns: fc.array(
        fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 14 })), {
          minLength: seeds.length * bands,
          maxLength: seeds.length * bands,
        }),
        { minLength: questions, maxLength: questions },
      ),
    }),
  );

const hiddenIn = ({ shape, patterns }: Organisation) =>
  suppressCells({
    shape,
    patterns: patterns.map((counts) => ({ counts })),
    worth: allCells(shape).map((cell) => (cell % (shape.bands + 1) === shape.bands ? 1 : 0)),
    minimum,
  });

const weightsOf = (counts: readonly number[]) => counts.map((count) => count || null);
const sumsOf = (shape: TreeShape, isPublished: (cell: number) => boolean) =>
  allCells(shape)
    .filter(isPublished)
    .map((cell) => atomsOfCell(shape, cell));

describe('suppression', () => {
  it('leaves no group below the minimum that any adding and subtracting of published cells gives', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const hidden = hiddenIn(organisation);
        const sums = sumsOf(organisation.shape, (cell) => !hidden.has(cell));
        for (const counts of organisation.patterns)
          expect(derivableGroups(sums, weightsOf(counts), minimum - 1)).toEqual([]);
      }),
      { numRuns: 300, seed: 20261125 },
    );
  }, 60_000);

  it('withholds no cell that could be published as well', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const { shape, patterns } = organisation;
        const hidden = hiddenIn(organisation);
        for (const cell of hidden) {
          const people = (counts: number[]) =>
            atomsOfCell(shape, cell).reduce((sum, atom) => sum + (counts[atom] ?? 0), 0);
          if (patterns.some((counts) => people(counts) < minimum)) continue;
          const sums = sumsOf(shape, (each) => each === cell || !hidden.has(each));
          const leaks = patterns.flatMap((counts) =>
            derivableGroups(sums, weightsOf(counts), minimum - 1),
          );
          expect(leaks).not.toEqual([]);
        }
      }),
      { numRuns: 150, seed: 20261126 },
    );
  }, 60_000);

  it('finds a leak exactly where trying every group finds one, whatever is published', () => {
    const published = organisations.chain((organisation) =>
      fc.record({
        organisation: fc.constant(organisation),
        shown: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        limit: fc.integer({ min: 0, max: 4 }),
      }),
    );
    fc.assert(
      fc.property(published, ({ organisation: { shape, patterns }, shown, limit }) => {
        const weights = weightsOf(patterns[0] ?? []);
        const isPublished = (cell: number) => shown[cell] ?? false;
        const network = new DisclosureNetwork({ shape, weights, limit, isPublished });
        for (const cell of allCells(shape)) if (!isPublished(cell)) network.withhold(cell);
        const leaky = weights.flatMap((weight, atom) =>
          weight !== null && weight <= limit && network.findLeak(atom) ? [atom] : [],
        );
        const groups = derivableGroups(sumsOf(shape, isPublished), weights, limit);
        expect(leaky).toEqual([...new Set(groups.flat())].sort((a, b) => a - b));
      }),
      { numRuns: 300, seed: 20261127 },
    );
  }, 60_000);

  it('finds three people across departments and bands that no withheld cell, team or remainder shows', () => {
    // [A b3] − [B b3] − [C all] + [C b2] is three people.
    const shape = { parents: [-1, 0, 0], bands: 3 };
    const counts = [
      [0, 0, 3],
      [6, 6, 9],
      [0, 8, 7],
    ].flat();
    const [a, b, c] = [0, 1, 2];
    const shown = [
      cellAt(shape, a, 2),
      cellAt(shape, b, 2),
      cellAt(shape, c, 3),
      cellAt(shape, c, 1),
    ];
    const isPublished = (cell: number) => shown.includes(cell);
    const network = new DisclosureNetwork({
      shape,
      weights: weightsOf(counts),
      limit: minimum - 1,
      isPublished,
    });
    for (const cell of allCells(shape)) if (!isPublished(cell)) network.withhold(cell);
    expect(network.findLeak(2)?.sort((x, y) => x - y)).toEqual(shown.sort((x, y) => x - y));
  });

  it('withholds nothing when every group is large enough', () => {
    const shape = { parents: [-1, 0, 0], bands: 4 };
    const counts = [5, 6, 7, 8, 9, 9, 9, 9, 5, 5, 5, 5];
    expect(hiddenIn({ shape, patterns: [counts] }).size).toBe(0);
  });

  it('keeps to itself what several questions together would give away', () => {
    // The few who left one question out make no difference between the questions' hidden cells.
    const shape = { parents: [-1, 0, 0], bands: 1 };
    const hidden = hiddenIn({
      shape,
      patterns: [
        [0, 9, 9],
        [0, 9, 4],
      ],
    });
    expect([...hidden].sort((x, y) => x - y)).toEqual(
      allCells(shape).filter((cell) => cell >= cellAt(shape, 1, 0)),
    );
  });
});
