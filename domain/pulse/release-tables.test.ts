import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivableGroups } from '../../test/oracles/derivable-groups';
import { allCells, atomsOfCell } from '../../test/oracles/random-organisation';
import { participationShown } from './participation';
import { type AnswerSum, releaseTables } from './release-tables';
import { tenureBands } from './tenure-band';

const minimum = 5;
const question = { key: 'enps', kind: 'nps' } as const;

interface Organisation {
  parents: number[];
  /** Per department and band, how many answered. */
  counts: number[][];
  /** Per department and band, how many were asked and did not answer. */
  silent?: number[][];
}

const countsOf = (departments: number, count: fc.Arbitrary<number>) =>
  fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), {
    minLength: departments,
    maxLength: departments,
  });

const organisations: fc.Arbitrary<Organisation> = fc
  .array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 4 })
  .chain((seeds) =>
    fc.record({
      parents: fc.constant(seeds.map((seed, index) => (index === 0 ? -1 : seed % index))),
      counts: countsOf(seeds.length, fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 14 }))),
      silent: countsOf(seeds.length, fc.oneof(fc.constant(0), fc.nat({ max: 4 }))),
    }),
  );

const idOf = (index: number) => `d${index}`;

function release({ parents, counts, silent }: Organisation) {
  const tree = parents.map((parent, index) => ({
    departmentId: idOf(index),
    parentDepartmentId: parent < 0 ? null : idOf(parent),
  }));
  const atoms = counts.flatMap((row, department) =>
    row.map((n, band) => ({
      departmentId: idOf(department),
      tenureBand: tenureBands[band] ?? 'under_1',
      n,
      asked: n + (silent?.[department]?.[band] ?? 0),
    })),
  );
  const askedIn = new Map(
    counts.map((row, department) => [
      idOf(department),
      row.reduce((sum, n, band) => sum + n + (silent?.[department]?.[band] ?? 0), 0),
    ]),
  );
  const sums = atoms.flatMap(({ departmentId, tenureBand, n }): AnswerSum[] => {
    if (n === 0) return [];
    const scores = { scoreSum: n * 7, scoreSquareSum: n * 49 };
    const shares = { favourable: 0, promoters: 0, detractors: 0 };
    return [{ departmentId, tenureBand, questionKey: question.key, n, ...scores, ...shares }];
  });
  const shown = participationShown(tree, askedIn, minimum);
  const { cells } = releaseTables({
    tree,
    questions: [question],
    sums,
    asked: atoms,
    participation: [],
    shown,
    minimum,
  });
  return { cells, shown };
}

/** The departments, by all bands together, whose figures are there. */
const wholesIn = (organisation: Organisation) =>
  release(organisation).cells.flatMap(({ attributeValue, departmentId, figures }) =>
    attributeValue === 'all' && figures ? [departmentId] : [],
  );

describe('the tables of a release', () => {
  it('publish no cell below the minimum', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        for (const { figures } of release(organisation).cells) {
          if (figures) expect(figures.n).toBeGreaterThanOrEqual(minimum);
        }
      }),
    );
  });

  it('give away neither the answers nor the participation of fewer than the minimum, all numbers taken together', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const { cells, shown } = release(organisation);
        const shape = { parents: organisation.parents, bands: 4 };
        const published = allCells(shape).filter((cell) => {
          const column = cell % 5;
          const value = column === 4 ? 'all' : tenureBands[column];
          const departmentId = idOf(Math.floor(cell / 5));
          return cells.some(
            (each) =>
              each.departmentId === departmentId && each.attributeValue === value && each.figures,
          );
        });
        const results = published.map((cell) => atomsOfCell(shape, cell));
        const participation = [...shown].map((id) =>
          atomsOfCell(shape, Number(id.slice(1)) * 5 + 4),
        );
        const answered = organisation.counts.flat();
        const asked = answered.map((n, atom) => n + (organisation.silent?.flat()[atom] ?? 0));
        const orNobody = (counts: number[]) => counts.map((count) => count || null);
        expect(derivableGroups(results, orNobody(answered), minimum - 1)).toEqual([]);
        expect(
          derivableGroups([...results, ...participation], orNobody(asked), minimum - 1),
        ).toEqual([]);
      }),
      { numRuns: 150, seed: 20261125 },
    );
  }, 60_000);

  it('show results of a department only where its participation is shown', () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const { shown } = release(organisation);
        for (const departmentId of wholesIn(organisation)) expect(shown).toContain(departmentId);
      }),
    );
  });

  it('withhold nothing when every group is large enough', () => {
    const { cells } = release({
      parents: [-1, 0, 0],
      counts: [
        [5, 6, 7, 8],
        [9, 9, 9, 9],
        [5, 5, 5, 5],
      ],
    });
    expect(cells.every(({ figures }) => figures !== null)).toBe(true);
  });

  it('hide a second department when only one is too small', () => {
    const counts = [0, 3, 8, 20].map((n) => [0, n, 0, 0]);
    expect(wholesIn({ parents: [-1, 0, 0, 0], counts })).toEqual(['d0', 'd3']);
  });

  it('do not let the few who work directly in a division be worked out from its departments', () => {
    const counts = [2, 8, 20].map((n) => [0, n, 0, 0]);
    expect(wholesIn({ parents: [-1, 0, 0], counts })).toEqual(['d0', 'd2']);
  });

  it('do not tell that the one who works directly in a division took no part', () => {
    const counts = [0, 8, 20].map((n) => [0, n, 0, 0]);
    const silent = [1, 0, 0].map((n) => [0, n, 0, 0]);
    expect(wholesIn({ parents: [-1, 0, 0], counts, silent })).toEqual(['d0', 'd2']);
  });

  it('show an empty cell like a withheld one', () => {
    const { cells } = release({
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
