import { describe, expect, it } from 'vitest';
import { countedDepartments } from './counted-departments';

const tree = [
  { departmentId: 'all', parentDepartmentId: null },
  { departmentId: 'stores', parentDepartmentId: 'all' },
  { departmentId: 'camden', parentDepartmentId: 'stores' },
  { departmentId: 'soho', parentDepartmentId: 'stores' },
  { departmentId: 'office', parentDepartmentId: 'all' },
];
const asked = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([department, count]) =>
    Array.from({ length: count }, () => department),
  );

describe('where participation is counted', () => {
  it.each([
    [
      'each department by itself where enough were asked',
      { camden: 6, soho: 5 },
      { camden: 'camden', soho: 'soho' },
    ],
    [
      'small ones together further up',
      { camden: 3, soho: 2, stores: 0 },
      { camden: 'stores', soho: 'stores' },
    ],
    [
      'a manager alone in a division with the small teams below or beside',
      { stores: 1, camden: 7, soho: 2, office: 3 },
      { stores: 'all', camden: 'camden', soho: 'all', office: 'all' },
    ],
    [
      'nowhere where too few are left',
      { camden: 6, office: 4 },
      { camden: 'camden', office: null },
    ],
  ])('is %s', (_how, counts, expected) => {
    const counted = countedDepartments(tree, asked(counts), 5);
    expect(Object.fromEntries(counted)).toMatchObject(expected);
  });

  it('is a group of nobody or of at least the minimum, whatever the numbers', () => {
    for (let seed = 0; seed < 4096; seed++) {
      const counts = Object.fromEntries(
        tree.map(({ departmentId }, index) => [departmentId, (seed >> (2 * index)) & 7]),
      );
      const groups = new Map<string, number>();
      for (const [from, to] of countedDepartments(tree, asked(counts), 5))
        if (to) groups.set(to, (groups.get(to) ?? 0) + (counts[from] ?? 0));
      for (const size of groups.values()) expect(size).toBeGreaterThanOrEqual(5);
    }
  });
});
