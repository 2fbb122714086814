import { describe, expect, it } from 'vitest';
import { findRings } from './find-rings';

const rings = (...pairs: [string, string][]) =>
  [
    ...findRings(
      pairs.map(([employeeNumber, managerNumber]) => ({ employeeNumber, managerNumber })),
    ),
  ].sort();

describe('rings of reporting lines', () => {
  it('are not found where everybody reports upwards', () => {
    expect(rings(['b', 'a'], ['c', 'a'], ['d', 'c'])).toEqual([]);
  });

  it('are found wherever the search begins, without those who only report into them', () => {
    expect(rings(['x', 'b'], ['b', 'c'], ['c', 'd'], ['d', 'b'], ['y', 'x'])).toEqual([
      'b',
      'c',
      'd',
    ]);
    expect(rings(['a', 'b'], ['b', 'a'], ['c', 'd'], ['d', 'c'])).toEqual(['a', 'b', 'c', 'd']);
  });
});
