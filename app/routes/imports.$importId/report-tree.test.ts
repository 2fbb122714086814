import { describe, expect, it } from 'vitest';
import { reportTree } from './report-tree';

describe('the units of an imported file', () => {
  const tally = [
    { path: ['Trust', 'Ward', 'Night'], rows: 3, scored: 2, satisfied: 1 },
    { path: ['Trust', 'Ward'], rows: 5, scored: 5, satisfied: 4 },
    { path: ['Trust', 'Clinic'], rows: 1, scored: 0, satisfied: 0 },
  ];
  const matches = [
    { path: ['Trust', 'Ward'], departmentId: 'ward' },
    { path: ['Trust', 'Ward', 'Night'], departmentId: 'night' },
    { path: ['Trust', 'Clinic'], departmentId: null },
  ];
  const parents: Record<string, string> = { night: 'ward', ward: 'trust' };
  const tree = reportTree(tally, matches, (id) => parents[id] ?? null);

  it('stand in the order of the tree, each with everything below it', () => {
    expect(
      tree.map(({ name, depth, rows, scored, satisfied }) => [
        name,
        depth,
        rows,
        scored,
        satisfied,
      ]),
    ).toEqual([
      ['Trust', 0, 9, 7, 5],
      ['Clinic', 1, 1, 0, 0],
      ['Ward', 1, 8, 7, 5],
      ['Night', 2, 3, 2, 1],
    ]);
  });

  it('lead to their departments, a wider one through the narrower', () => {
    expect(tree.map(({ departmentId }) => departmentId)).toEqual(['trust', null, 'ward', 'night']);
  });
});
