import { describe, expect, it } from 'vitest';
import { changeBetween, measurementOf } from './measurement';

const nps = { minimumN: 10, direction: 'higher' as const };
const counts = (promoters: number, passives: number, detractors: number) => ({
  kind: 'nps' as const,
  n: promoters + passives + detractors,
  promoters,
  passives,
  detractors,
});

describe('a measurement', () => {
  it('withholds the value below the minimum n and still says how many answered', () => {
    const few = measurementOf(nps, 55.6, counts(6, 2, 1));
    expect(few).toMatchObject({ value: null, n: 9, isTooFew: true, interval: null });
  });

  it('shows the value with its interval from the minimum n on', () => {
    const enough = measurementOf(nps, 60, counts(7, 2, 1));
    expect(enough).toMatchObject({ value: 60, n: 10, isTooFew: false });
    expect(enough.interval!.low).toBeLessThan(60);
    expect(enough.interval!.high).toBeGreaterThan(60);
  });

  it('takes an NPS of 0 for a score and not for an absence', () => {
    expect(measurementOf(nps, 0, counts(5, 5, 5))).toMatchObject({ value: 0, isTooFew: false });
  });

  it('gives a count no interval', () => {
    expect(measurementOf({ minimumN: 0 }, 12, { kind: 'count', n: 12 }).interval).toBeNull();
  });
});

describe('a change', () => {
  const month = (promoters: number, detractors: number) =>
    measurementOf(
      nps,
      promoters - detractors,
      counts(promoters, 100 - promoters - detractors, detractors),
    );

  it('within noise has no confidence', () => {
    expect(changeBetween(nps, month(50, 20), month(48, 20))).toMatchObject({
      difference: 2,
      direction: 'improved',
      confidence: null,
      isSignificant: false,
    });
  });

  it('beyond noise says how surely', () => {
    expect(changeBetween(nps, month(20, 50), month(60, 10))).toMatchObject({
      difference: -80,
      direction: 'worsened',
      confidence: 99,
      isSignificant: true,
    });
  });

  it('of a metric where lower is better improves when it falls', () => {
    const lower = { ...nps, direction: 'lower' as const };
    expect(changeBetween(lower, month(20, 50), month(60, 10))?.direction).toBe('improved');
  });

  it('is absent when one of the two has too few answers', () => {
    expect(changeBetween(nps, month(50, 20), measurementOf(nps, 50, counts(5, 0, 0)))).toBeNull();
  });
});
