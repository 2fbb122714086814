import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatDelta, formatNumber, formatPercent } from './format';
import { roundTo } from './round';

describe('a rounded number', () => {
  it.each([
    [5.545, 2, 5.55],
    [-5.545, 2, -5.55],
    [1.005, 2, 1.01],
    [8.25, 1, 8.3],
    [0.05, 1, 0.1],
    [77.95, 1, 78],
    [1e21, 1, 1e21],
  ])('%d to %d decimals is %d', (value, decimals, rounded) => {
    expect(roundTo(value, decimals)).toBe(rounded);
  });

  it.each([-0, -0.04, -0.0499, 0])('%d is zero without a sign, wherever it is shown', (value) => {
    expect(Object.is(roundTo(value, 1), 0)).toBe(true);
    expect(formatNumber('en', value)).toBe('0.0');
    expect(formatPercent('en', value)).toBe('0.0%');
    expect(formatDelta('en', value)).toBe('0.0');
  });

  it('is the same on the page and in a file', () => {
    const scores = fc.tuple(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.constantFrom(10, 100, 1000),
    );
    fc.assert(
      fc.property(scores, fc.constantFrom(0, 1, 2), ([whole, part], decimals) => {
        const value = whole / part;
        const inFile = roundTo(value, decimals).toFixed(decimals);
        const onPage = (text: string) => text.replace('−', '-').replace(/[,%]/g, '');
        expect(onPage(formatNumber('en', value, decimals))).toBe(inFile);
        expect(onPage(formatPercent('en', value, decimals))).toBe(inFile);
      }),
      { numRuns: 3_000, seed: 7 },
    );
  });
});
