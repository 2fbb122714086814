import { describe, expect, it } from 'vitest';
import { reportTree } from './report-tree';

const csat = (scored: number, satisfied: number) => ({ metric: 'CSAT', scored, satisfied });

describe('the units of an imported file', () => {
  const tally = [
    { path: ['Trust', 'Ward', 'Night'], rows: 3, scores: [csat(2, 1)] },
    { path: ['Trust', 'Ward'], rows: 5, scores: [csat(5, 4), { ...csat(1, 1), metric: 'NPS' }] },
    { path: ['Trust', 'Clinic'], rows: 1, scores: [csat(0, 0)] },
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
      tree.map(({ name, depth, rows, scores }) => [
        name,
        depth,
        rows,
        scores[0]?.scored,
        scores[0]?.satisfied,
      ]),
    ).toEqual([
      ['Trust', 0, 9, 7, 5],
      ['Clinic', 1, 1, 0, 0],
      ['Ward', 1, 8, 7, 5],
      ['Night', 2, 3, 2, 1],
    ]);
    expect(tree[0]?.scores[1]).toEqual({ metric: 'NPS', scored: 1, satisfied: 1 });
  });

  it('lead to their departments, a wider one through the narrower', () => {
    expect(tree.map(({ departmentId }) => departmentId)).toEqual(['trust', null, 'ward', 'night']);
  });
});
