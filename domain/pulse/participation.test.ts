import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedDepartments, participationShown, participationTable } from './participation';

const tree = [
  { departmentId: 'all', parentDepartmentId: null },
  { departmentId: 'stores', parentDepartmentId: 'all' },
  { departmentId: 'camden', parentDepartmentId: 'stores' },
  { departmentId: 'whitby', parentDepartmentId: 'stores' },
  { departmentId: 'office', parentDepartmentId: 'all' },
];
const parentOf = new Map(tree.map((each) => [each.departmentId, each.parentDepartmentId]));
const isBelow = (departmentId: string | null, top: string): boolean =>
  departmentId !== null &&
  (departmentId === top || isBelow(parentOf.get(departmentId) ?? null, top));

describe('participation', () => {
  it('counts everybody of a department, and shows nothing that gives a few away', () => {
    const counts = [
      { departmentId: 'stores', asked: 1, answered: 0 },
      { departmentId: 'camden', asked: 12, answered: 6 },
      { departmentId: 'whitby', asked: 9, answered: 4 },
      { departmentId: 'office', asked: 9, answered: 3 },
    ];
    const asked = new Map(counts.map((each) => [each.departmentId, each.asked]));
    // With Camden and Whitby beside all stores, the one who works directly for the stores would be the difference.
    expect(participationTable(tree, counts, participationShown(tree, asked, 5))).toEqual([
      { departmentId: 'all', asked: 31, answered: 13 },
      { departmentId: 'stores', asked: 22, answered: 10 },
      { departmentId: 'camden', asked: 12, answered: 6 },
      { departmentId: 'whitby', asked: null, answered: null },
      { departmentId: 'office', asked: 9, answered: 3 },
    ]);
  });

  it('is shown of at least five people where scores may come from three', () => {
    const asked = new Map([
      ['camden', 12],
      ['whitby', 4],
      ['office', 9],
    ]);
    expect(participationShown(tree, asked, 3)).not.toContain('whitby');
  });

  it('never leaves a small group over when the departments below are subtracted', () => {
    fc.assert(
      fc.property(fc.tuple(...tree.map(() => fc.nat({ max: 12 }))), (numbers) => {
        const asked = new Map(
          tree.map(({ departmentId }, index) => [departmentId, numbers[index]!]),
        );
        const shown = participationShown(tree, asked, 5);
        const counted = countedDepartments(tree, shown);
        const groups = new Map<string | null, number>();
        for (const [departmentId, group] of counted)
          groups.set(group, (groups.get(group) ?? 0) + (asked.get(departmentId) ?? 0));
        for (const [group, people] of groups) {
          if (group !== null) expect(people === 0 || people >= 5).toBe(true);
        }
      }),
    );
  });

  it('is the same when people are only known by the group that they are counted in', () => {
    fc.assert(
      fc.property(fc.tuple(...tree.map(() => fc.nat({ max: 12 }))), (numbers) => {
        const asked = new Map(
          tree.map(({ departmentId }, index) => [departmentId, numbers[index]!]),
        );
        const shown = participationShown(tree, asked, 5);
        const counted = countedDepartments(tree, shown);
        const people = new Map<string, number>();
        for (const [departmentId, count] of asked) {
          const group = counted.get(departmentId);
          if (group) people.set(group, (people.get(group) ?? 0) + count);
        }
        const merged = [...people].map(([departmentId, count]) => ({
          departmentId,
          asked: count,
          answered: count,
        }));
        for (const { departmentId, asked: whole } of participationTable(tree, merged, shown)) {
          const everybody = [...asked].reduce(
            (sum, [each, count]) => sum + (isBelow(each, departmentId) ? count : 0),
            0,
          );
          expect(whole).toBe(shown.has(departmentId) ? everybody : null);
        }
      }),
    );
  });
});
