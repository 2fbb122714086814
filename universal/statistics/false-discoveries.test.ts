import { describe, expect, it } from 'vitest';
import { adjustForMany } from './false-discoveries';

describe('p-values adjusted for many comparisons', () => {
  it('are those of the example of Benjamini and Hochberg: the four smallest of fifteen stand', () => {
    const pValues = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const adjusted = adjustForMany(pValues);
    expect(adjusted.filter((pValue) => pValue <= 0.05)).toHaveLength(4);
    expect(adjusted[0]).toBeCloseTo(0.0015, 6);
    expect(adjusted[3]).toBeCloseTo(0.0095 * (15 / 4), 6);
  });

  it('keep the order they were given in, never fall below, and never turn the order round', () => {
    const pValues = [0.2, 0.01, 0.04, 0.03, 0.5];
    const adjusted = adjustForMany(pValues);
    pValues.forEach((pValue, at) => expect(adjusted[at]).toBeGreaterThanOrEqual(pValue));
    const order = (values: number[]) =>
      values
        .map((_, at) => at)
        .sort((a, b) => values[a]! - values[b]! || pValues[a]! - pValues[b]!);
    expect(order(adjusted)).toEqual(order(pValues));
  });

  it('leave a single one as it is', () => {
    expect(adjustForMany([0.04])).toEqual([0.04]);
    expect(adjustForMany([])).toEqual([]);
  });
});
