import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf } from './confidence';
import { differenceBetween } from './difference';
import { npsSample, shareSample } from './sample';

const nps = (promoters: number, passives: number, detractors: number) =>
  npsSample({ promoters, detractors, n: promoters + passives + detractors });
const same = (answer: number, n: number) => ({
  n,
  sum: n * answer,
  sumSquares: n * answer ** 2,
  scale: { low: 1, high: 7 },
});

describe('the difference of two samples', () => {
  it.each([
    { from: 50, to: 52, confidence: null },
    { from: 50, to: 60, confidence: 80 },
    { from: 50, to: 63, confidence: 90 },
    { from: 50, to: 65, confidence: 95 },
    { from: 50, to: 70, confidence: 99 },
  ])(
    'of shares $from and $to of 100 is beyond noise at $confidence',
    ({ from, to, confidence }) => {
      const found = differenceBetween(
        shareSample({ favourable: to, n: 100 }),
        shareSample({ favourable: from, n: 100 }),
      )!;
      expect(confidenceOf(found.pValue)).toBe(confidence);
    },
  );

  it.each([
    ['NPS of −100 and +100', nps(0, 0, 10), nps(10, 0, 0)],
    ['NPS of +100 and 0', nps(12, 0, 0), nps(0, 12, 0)],
    [
      'CSAT of 0 and 100',
      shareSample({ favourable: 0, n: 10 }),
      shareSample({ favourable: 10, n: 10 }),
    ],
    ['CES of 3 and 7', same(3, 10), same(7, 10)],
    ['CES of 6 and 7', same(6, 10), same(7, 10)],
  ])('is beyond noise where everybody changed alike: %s', (_name, now, before) => {
    const { pValue, interval } = differenceBetween(now, before)!;
    expect(pValue).toBeLessThan(0.05);
    expect(interval.low * interval.high).toBeGreaterThanOrEqual(0);
  });

  it('of four people who changed alike is none to be sure of', () => {
    expect(differenceBetween(same(6, 2), same(7, 2))!.pValue).toBeGreaterThan(0.05);
  });

  it('of two samples that all answered the same is none, with an interval around it', () => {
    const { difference, pValue, interval } = differenceBetween(nps(12, 0, 0), nps(400, 0, 0))!;
    expect([difference, pValue]).toEqual([0, 1]);
    expect(interval.low).toBeLessThan(-10);
    expect(interval.high).toBeGreaterThan(0);
  });

  it('is not taken for one where 12 are compared with 400 of the same kind', () => {
    expect(differenceBetween(nps(12, 0, 0), nps(360, 28, 12))!.pValue).toBeGreaterThan(0.05);
  });

  it('is turned round with the two, and its interval reaches zero exactly where the p-value is 5 %', () => {
    const counts = fc
      .tuple(fc.nat(60), fc.nat(60), fc.nat(60))
      .filter(([p, a, d]) => p + a + d > 0);
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const one = differenceBetween(nps(...first), nps(...second))!;
        const other = differenceBetween(nps(...second), nps(...first))!;
        expect(one.pValue).toBeCloseTo(other.pValue, 9);
        expect(one.interval.low).toBeCloseTo(-other.interval.high, 9);
        expect(one.interval.low).toBeLessThanOrEqual(one.difference + 1e-9);
        expect(one.interval.high).toBeGreaterThanOrEqual(one.difference - 1e-9);
        // Degrees of freedom are rounded for the interval only.
        const isExcluded = one.interval.low >= 1e-9 || one.interval.high <= -1e-9;
        const isClipped = one.difference !== 0 && one.interval.low * one.interval.high === 0;
        if (one.pValue < 0.0495) expect(isExcluded || isClipped).toBe(true);
        if (one.pValue > 0.0505) expect(isExcluded).toBe(false);
      }),
    );
  });
});
