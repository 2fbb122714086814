import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerSum, releaseCells } from './release-tables';
import { tenureBands } from './tenure-band';

const minimum = 5;
const question = { key: 'enps', kind: 'nps' } as const;

interface Organisation {
  parents: number[];
  counts: number[][];
}

const organisations: fc.Arbitrary<Organisation> = fc
  .array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 8 })
  .chain((seeds) =>
    fc.record({
      parents: fc.constant(seeds.map((seed, index) => (index === 0 ? -1 : seed % index))),
      counts: fc.array(
        fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 14 })), { minLength: 4, maxLength: 4 }),
        {
          minLength: seeds.length,
          maxLength: seeds.length,
        },
      ),
    }),
  );

const idOf = (index: number) => `d${index}`;

function released({ parents, counts }: Organisation) {
  const sums = counts.flatMap((row, department) =>
    row.flatMap((n, band): AnswerSum[] =>
      n === 0
        ? []
        : [
            {
              departmentId: idOf(department),
              tenureBand: tenureBands[band] ?? 'under_1',
              questionKey: question.key,
              n,
              scoreSum: n * 7,
              scoreSquareSum: n * 49,
              favourable: 0,
              promoters: 0,
              detractors: 0,
            },
          ],
    ),
  );
  const tree = parents.map((parent, index) => ({
    departmentId: idOf(index),
    parentDepartmentId: parent < 0 ? null : idOf(parent),
  }));
  return releaseCells({ tree, questions: [question], sums, minimum });
}

/** Which (department, band) groups a cell covers, worked out apart from the code under test. */
function membersOf({ parents }: Organisation, departmentId: string, value: string): number[] {
  const top = Number(departmentId.slice(1));
  const isBelow = (department: number): boolean =>
    department === top || (department >= 0 && isBelow(parents[department] ?? -1));
  return parents.flatMap((_, department) =>
    isBelow(department)
      ? tenureBands.flatMap((band, index) =>
          value === 'all' || value === band ? [department * 4 + index] : [],
        )
      : [],
  );
}

type Fraction = readonly [bigint, bigint];
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const fraction = (n: bigint, d: bigint): Fraction => {
  const shared = gcd(n, d) || 1n;
  return d < 0n ? [-n / shared, -d / shared] : [n / shared, d / shared];
};

/** Gaussian elimination with exact fractions: can the target be written with the rows? */
function follows(rows: readonly (readonly number[])[], target: readonly number[]): boolean {
  const exact = (row: readonly number[]) => row.map((value) => fraction(BigInt(value), 1n));
  const basis: { pivot: number; row: Fraction[] }[] = [];
  const reduce = (row: Fraction[]): Fraction[] => {
    let current = row;
    for (const { pivot, row: known } of basis) {
      const [fn, fd] = current[pivot] ?? [0n, 1n];
      if (fn === 0n) continue;
      current = current.map(([n, d], i) => {
        const [kn, kd] = known[i] ?? [0n, 1n];
        return fraction(n * fd * kd - fn * kn * d, d * fd * kd);
      });
    }
    return current;
  };
  for (const candidate of rows) {
    const row = reduce(exact(candidate));
    const pivot = row.findIndex(([n]) => n !== 0n);
    const [pn, pd] = row[pivot] ?? [1n, 1n];
    if (pivot >= 0) basis.push({ pivot, row: row.map(([n, d]) => fraction(n * pd, d * pn)) });
  }
  return reduce(exact(target)).every(([n]) => n === 0n);
}

describe('suppression', () => {
  it('publishes no cell below the minimum', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        for (const { figures } of released(organisation)) {
          if (figures) expect(figures.n).toBeGreaterThanOrEqual(minimum);
        }
      }),
    );
  });

  it('leaves no group below the minimum that follows from published cells by adding and subtracting', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const cells = released(organisation);
        const counts = organisation.counts.flat();
        const nonEmpty = counts.flatMap((count, group) => (count > 0 ? [group] : []));
        const vector = (members: readonly number[]) =>
          nonEmpty.map((group) => (members.includes(group) ? 1 : 0));
        const count = (members: readonly number[]) =>
          members.reduce((sum, group) => sum + (counts[group] ?? 0), 0);
        const published = cells
          .filter(({ figures }) => figures)
          .map((cell) => vector(membersOf(organisation, cell.departmentId, cell.attributeValue)));
        const direct = organisation.parents.flatMap((_, department) => [
          [0, 1, 2, 3].map((band) => department * 4 + band),
          ...[0, 1, 2, 3].map((band) => [department * 4 + band]),
        ]);
        const withheld = cells
          .filter(({ figures }) => !figures)
          .map((cell) => membersOf(organisation, cell.departmentId, cell.attributeValue));
        for (const members of [...withheld, ...direct]) {
          if (count(members) > 0 && count(members) < minimum) {
            expect(follows(published, vector(members))).toBe(false);
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('withholds nothing when every group is large enough', () => {
    const cells = released({
      parents: [-1, 0, 0],
      counts: [
        [5, 6, 7, 8],
        [9, 9, 9, 9],
        [5, 5, 5, 5],
      ],
    });
    expect(cells.every(({ figures }) => figures !== null)).toBe(true);
  });

  it('hides a second department when only one is too small', () => {
    const cells = released({
      parents: [-1, 0, 0, 0],
      counts: [
        [0, 0, 0, 0],
        [0, 3, 0, 0],
        [0, 8, 0, 0],
        [0, 20, 0, 0],
      ],
    });
    const shown = cells.filter(
      ({ attributeValue, figures }) => attributeValue === 'all' && figures,
    );
    expect(shown.map(({ departmentId }) => departmentId)).toEqual(['d0', 'd3']);
  });

  it('does not let the few who work directly in a division be worked out from its departments', () => {
    const cells = released({
      parents: [-1, 0, 0],
      counts: [
        [0, 2, 0, 0],
        [0, 8, 0, 0],
        [0, 20, 0, 0],
      ],
    });
    const shown = cells.filter(
      ({ attributeValue, figures }) => attributeValue === 'all' && figures,
    );
    expect(shown.map(({ departmentId }) => departmentId)).toEqual(['d0', 'd2']);
  });

  it('shows an empty cell like a withheld one', () => {
    const cells = released({
      parents: [-1, 0, 0],
      counts: [
        [9, 9, 9, 9],
        [0, 0, 0, 0],
        [0, 2, 0, 0],
      ],
    });
    const [empty, small] = ['d1', 'd2'].map((id) =>
      cells.find(
        ({ departmentId, attributeValue }) => departmentId === id && attributeValue === 'all',
      ),
    );
    expect(empty?.figures).toBeNull();
    expect(small?.figures).toEqual(empty?.figures);
  });
});
