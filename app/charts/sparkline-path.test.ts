import { describe, expect, it } from 'vitest';

import { sparklinePaths, type SparkPoint } from './sparkline-path';

const point = (value: number | null): SparkPoint => ({
  value,
  low: value === null ? null : value - 1,
  high: value === null ? null : value + 1,
});

describe('sparklinePaths', () => {
  it('rises where the values rise', () => {
    const { line, dot } = sparklinePaths([point(1), point(5)], 60, 20);
    expect(line).toBe('M2 15.3L58 4.7');
    expect(dot).toEqual({ x: 58, y: 4.7 });
  });

  it('goes once round the interval', () => {
    expect(sparklinePaths([point(1), point(5)], 60, 20).band).toBe('M2 12.7L58 2L58 7.3L2 18Z');
  });

  it('breaks the line where nothing is known', () => {
    expect(
      sparklinePaths([point(1), point(null), point(2), point(3)], 60, 20).line.match(/M/g),
    ).toHaveLength(2);
  });

  it('draws nothing from nothing', () => {
    expect(sparklinePaths([point(null)], 60, 20)).toEqual({ line: '', band: '', dot: undefined });
  });

  it('stays in the middle when nothing moves', () => {
    const flat = { value: 3, low: null, high: null };
    expect(sparklinePaths([flat, flat], 60, 20).line).toBe('M2 10L58 10');
  });
});
