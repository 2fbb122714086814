import { describe, expect, it } from 'vitest';

import { amountScale, heatScale } from './heat-scale';

describe('heatScale', () => {
  const values = [10, 40, 55];

  it('puts the reference in the middle and the farthest value at the end', () => {
    const step = heatScale({ values, reference: 40 });
    expect([step(10), step(40), step(55)]).toEqual([0, 3, 5]);
  });

  it('turns round where less is better', () => {
    expect(heatScale({ values, reference: 40, lowerIsBetter: true })(10)).toBe(6);
  });

  it('does not let one department far out make the others look alike', () => {
    const step = heatScale({ values: [-90, 30, 35, 40, 45, 50, 52, 38], reference: 40 });
    expect([step(-90), step(52), step(30)]).toEqual([0, 6, 1]);
  });

  it('keeps an unknown value unknown', () => {
    expect(heatScale({ values, reference: 40 })(null)).toBeNull();
  });

  it('shows the middle everywhere when nothing differs', () => {
    expect(heatScale({ values: [5, 5], reference: 5 })(5)).toBe(3);
  });

  it('reads a score of zero as a score', () => {
    expect(heatScale({ values: [0, 30], reference: 30 })(0)).toBe(0);
  });
});

describe('amountScale', () => {
  it('goes by orders of magnitude', () => {
    const step = amountScale([10, 100, 10_000]);
    expect([step(10), step(100), step(10_000)]).toEqual([0, 1, 3]);
  });

  it('survives nothing at all', () => {
    expect(amountScale([])(0)).toBe(0);
    expect(amountScale([null, 0])(null)).toBeNull();
  });
});
