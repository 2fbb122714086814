import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { participationTable } from './participation';

const tree = [
  { departmentId: 'all', parentDepartmentId: null },
  { departmentId: 'stores', parentDepartmentId: 'all' },
  { departmentId: 'camden', parentDepartmentId: 'stores' },
  { departmentId: 'whitby', parentDepartmentId: 'stores' },
  { departmentId: 'office', parentDepartmentId: 'all' },
];
const parentOf = new Map(tree.map((each) => [each.departmentId, each.parentDepartmentId]));

describe('participation', () => {
  it('counts the few who work directly in a division where there are enough of them', () => {
    const table = participationTable(
      tree,
      [
        { departmentId: 'stores', asked: 1, answered: 0 },
        { departmentId: 'camden', asked: 12, answered: 6 },
        { departmentId: 'whitby', asked: 4, answered: 4 },
        { departmentId: 'office', asked: 9, answered: 3 },
      ],
      5,
    );
    expect(table).toEqual([
      { departmentId: 'all', asked: 26, answered: 13 },
      { departmentId: 'stores', asked: 17, answered: 10 },
      { departmentId: 'camden', asked: 12, answered: 6 },
      { departmentId: 'whitby', asked: null, answered: null },
      { departmentId: 'office', asked: 9, answered: 3 },
    ]);
  });

  it('never leaves a small group over when the departments below are subtracted', () => {
    const counts = fc.tuple(...tree.map(() => fc.nat({ max: 12 })));
    fc.assert(
      fc.property(counts, (asked) => {
        const table = participationTable(
          tree,
          tree.map(({ departmentId }, index) => ({
            departmentId,
            asked: asked[index] ?? 0,
            answered: 0,
          })),
          5,
        );
        for (const { departmentId, asked: whole } of table) {
          const below = table.filter((each) => parentOf.get(each.departmentId) === departmentId);
          const left = (whole ?? 0) - below.reduce((total, each) => total + (each.asked ?? 0), 0);
          expect(left === 0 || left >= 5).toBe(true);
        }
      }),
    );
  });
});
