import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastInPopulation } from '../../test/prove/certainty/finite-population';
import { finitePopulationInterval } from './finite-population-interval';
import { meanInterval } from './mean-interval';
import { shareSample } from './sample';

const counts = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.record({ n: fc.constant(n), favourable: fc.integer({ min: 0, max: n }) }));

describe('the interval for everybody who could have answered', () => {
  it.each([
    [7, 5],
    [12, 8],
    [20, 18],
    [20, 19],
    [40, 30],
    [40, 38],
    [100, 60],
    [100, 98],
  ])('of %i people of whom %i answered: holds 93 %% or more, whatever the share', (size, n) => {
    expect(leastInPopulation(size, n).covered).toBeGreaterThanOrEqual(0.93);
  });

  it('holds the value of those who answered, stays on the scale, and is about that of a sample where few did', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100_000 }), (share, more) => {
        const sample = shareSample(share);
        const value = sample.sum / sample.n;
        const found = finitePopulationInterval(sample, { size: sample.n + more, step: 100 })!;
        expect(found.low).toBeGreaterThanOrEqual(-1e-9);
        expect(found.high).toBeLessThanOrEqual(100 + 1e-9);
        expect(found.low).toBeLessThanOrEqual(value + 100 / (sample.n + more));
        expect(found.high).toBeGreaterThanOrEqual(value - 100 / (sample.n + more));
        if (more < 50_000) return;
        const plain = meanInterval(sample)!;
        expect(Math.abs(found.low - plain.low)).toBeLessThan(1);
        expect(Math.abs(found.high - plain.high)).toBeLessThan(1);
      }),
    );
  });

  it('does not exist where everybody answered, who are no sample', () => {
    expect(
      finitePopulationInterval(shareSample({ favourable: 3, n: 7 }), { size: 7, step: 100 }),
    ).toBeNull();
  });

  it('is that of any sample where more answered than are known of', () => {
    const sample = shareSample({ favourable: 3, n: 7 });
    expect(finitePopulationInterval(sample, { size: 5, step: 100 })).toEqual(meanInterval(sample));
  });
});
