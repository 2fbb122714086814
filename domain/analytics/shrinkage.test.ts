import { describe, expect, it } from 'vitest';
import type { Distribution } from './measurement';
import { DEFAULT_PRIOR_WEIGHT, populationOf, shrink, shrinkInterval } from './shrinkage';

const share = (favourable: number, n: number): Distribution => ({ kind: 'share', favourable, n });
const nps = (promoters: number, passives: number, detractors: number): Distribution => ({
  kind: 'nps',
  promoters,
  passives,
  detractors,
  n: promoters + passives + detractors,
});

describe('the population of an indicator', () => {
  it('has the mean of all answers, not of the departments’ values', () => {
    expect(populationOf([share(90, 100), share(1, 2), share(150, 300)])?.mean).toBeCloseTo(
      (100 * 241) / 402,
      10,
    );
    expect(populationOf([nps(30, 0, 10), nps(3, 1, 1)])?.mean).toBeCloseTo((100 * 22) / 45, 10);
  });

  it('weighs as much as the variance within is of that between, computed by hand', () => {
    // Three groups of 100: 40, 50 and 60 %. Within: (2400 + 2500 + 2400) x 100 / 297; between: 100 x 200 / 2.
    const within = (100 * (2400 + 2500 + 2400)) / 297;
    const spread = (10_000 - within) / 100;
    const population = populationOf([share(40, 100), share(50, 100), share(60, 100)])!;
    expect(population).toMatchObject({ isEstimated: true, size: 3 });
    expect(population.priorWeight).toBeCloseTo(within / spread, 8);
  });

  it('weighs 30 answers where the departments do not tell how much they differ', () => {
    const unknown = { priorWeight: DEFAULT_PRIOR_WEIGHT, isEstimated: false };
    expect(populationOf([share(40, 100), share(60, 100)])).toMatchObject(unknown);
    expect(populationOf([share(50, 100), share(50, 100), share(50, 100)])).toMatchObject(unknown);
    expect(populationOf([share(1, 1), share(0, 1), share(1, 1)])).toMatchObject(unknown);
    expect(populationOf([share(9, 9), share(9, 9), share(9, 9)])).toMatchObject(unknown);
  });

  it('does not exist without answers', () => {
    expect(populationOf([share(0, 0)])).toBeNull();
    expect(populationOf([{ kind: 'count', n: 12 }])).toBeNull();
  });
});

describe('a value drawn towards its population', () => {
  const population = { mean: 50, priorWeight: 30, size: 9, isEstimated: true };

  it('is (n·x + m·μ) ÷ (n + m): few answers say little, many nearly everything', () => {
    expect(shrink(80, 10, population)).toBe((10 * 80 + 30 * 50) / 40);
    expect(shrink(80, 30, population)).toBe(65);
    expect(shrink(80, 30_000, population)).toBeCloseTo(80, 1);
  });

  it('has an interval shorter by √(n ÷ (n + m)), each side by its own length', () => {
    const { low, high } = shrinkInterval(80, { low: 60, high: 90 }, 30, population);
    expect(low).toBeCloseTo(65 - 20 * Math.SQRT1_2, 10);
    expect(high).toBeCloseTo(65 + 10 * Math.SQRT1_2, 10);
  });
});
