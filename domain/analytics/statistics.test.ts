import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  meanChangeConfidence,
  meanInterval,
  npsChangeConfidence,
  npsInterval,
  shareChangeConfidence,
  wilsonInterval,
} from './statistics';

describe('the interval of a share', () => {
  // Reference values: Newcombe 1998, table I, method 3 (Wilson without continuity correction).
  it.each([
    { favourable: 81, n: 263, low: 25.53, high: 36.62 },
    { favourable: 15, n: 148, low: 6.24, high: 16.05 },
    { favourable: 0, n: 20, low: 0, high: 16.11 },
    { favourable: 1, n: 29, low: 0.61, high: 17.18 },
  ])('of $favourable in $n runs from $low to $high', ({ favourable, n, low, high }) => {
    const interval = wilsonInterval({ favourable, n });
    expect(interval?.low).toBeCloseTo(low, 2);
    expect(interval?.high).toBeCloseTo(high, 2);
  });

  it('does not exist without answers', () => {
    expect(wilsonInterval({ favourable: 0, n: 0 })).toBeNull();
  });

  it('holds the share, stays inside 0 to 100, and narrows as more people answer', () => {
    const shares = fc
      .integer({ min: 1, max: 5_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(shares, ([favourable, n]) => {
        const few = wilsonInterval({ favourable, n })!;
        const many = wilsonInterval({ favourable: favourable * 10, n: n * 10 })!;
        const share = (100 * favourable) / n;
        expect(few.low).toBeGreaterThanOrEqual(0);
        expect(few.high).toBeLessThanOrEqual(100);
        expect(few.low).toBeLessThanOrEqual(share + 1e-9);
        expect(few.high).toBeGreaterThanOrEqual(share - 1e-9);
        expect(many.high - many.low).toBeLessThan(few.high - few.low + 1e-9);
      }),
    );
  });
});

describe('the interval of NPS', () => {
  it('of 50 promoters and 20 detractors in 100 answers is 30 ± 15.3', () => {
    // p = 0.5, d = 0.2: SE = 100·√((0.7 − 0.09) ÷ 100) = 7.81
    const interval = npsInterval({ promoters: 50, detractors: 20, n: 100 });
    expect(interval?.low).toBeCloseTo(14.69, 2);
    expect(interval?.high).toBeCloseTo(45.31, 2);
  });

  it('equals the interval of the mean of +1, 0 and −1 for many answers', () => {
    const counts = fc
      .tuple(fc.nat(400), fc.nat(400), fc.nat(400))
      .filter(([p, a, d]) => p + a + d > 600 && p + d > 50);
    fc.assert(
      fc.property(counts, ([promoters, passives, detractors]) => {
        const n = promoters + passives + detractors;
        const nps = npsInterval({ promoters, detractors, n })!;
        const mean = meanInterval({
          sum: promoters - detractors,
          sumSquares: promoters + detractors,
          n,
        })!;
        expect(nps.low).toBeCloseTo(Math.max(100 * mean.low, -100), 0);
        expect(nps.high).toBeCloseTo(Math.min(100 * mean.high, 100), 0);
      }),
    );
  });
});

describe('the interval of a mean', () => {
  it('of 4, 5 and 6 is 5 ± 2.484, from t with two degrees of freedom', () => {
    const interval = meanInterval({ sum: 15, sumSquares: 77, n: 3 });
    expect(interval?.low).toBeCloseTo(5 - 2.4841, 3);
    expect(interval?.high).toBeCloseTo(5 + 2.4841, 3);
  });

  it('does not exist for a single answer', () => {
    expect(meanInterval({ sum: 4, sumSquares: 16, n: 1 })).toBeNull();
  });

  it('is wider the surer it has to be', () => {
    const widths = ([80, 90, 95, 99] as const).map((confidence) => {
      const { low, high } = meanInterval({ sum: 300, sumSquares: 1_000, n: 100 }, confidence)!;
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
  });
});

describe('the confidence of a change', () => {
  it.each([
    { from: 50, to: 52, n: 100, confidence: null },
    { from: 50, to: 60, n: 100, confidence: 80 },
    { from: 50, to: 63, n: 100, confidence: 90 },
    { from: 50, to: 64, n: 100, confidence: 95 },
    { from: 50, to: 70, n: 100, confidence: 99 },
  ])('of a share from $from to $to in $n is $confidence', ({ from, to, n, confidence }) => {
    expect(shareChangeConfidence({ favourable: to, n }, { favourable: from, n })).toBe(confidence);
  });

  it('is none when everybody always answered the same', () => {
    expect(shareChangeConfidence({ favourable: 30, n: 30 }, { favourable: 40, n: 40 })).toBeNull();
    expect(
      meanChangeConfidence(
        { sum: 100, sumSquares: 500, n: 20 },
        { sum: 200, sumSquares: 1_000, n: 40 },
      ),
    ).toBeNull();
  });

  it('is the same in both directions and none between a thing and itself', () => {
    const counts = fc.record({
      promoters: fc.nat(200),
      detractors: fc.nat(200),
      passives: fc.nat(200),
    });
    const withN = counts.map((c) => ({ ...c, n: c.promoters + c.detractors + c.passives }));
    fc.assert(
      fc.property(withN, withN, (a, b) => {
        expect(npsChangeConfidence(a, b)).toBe(npsChangeConfidence(b, a));
        expect(npsChangeConfidence(a, a)).toBeNull();
      }),
    );
  });
});
