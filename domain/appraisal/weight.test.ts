import { array, assert, constant, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalWeights, rescaleWeights, TOTAL_WEIGHT, totalOf } from './weight';

describe('weights in basis points', () => {
  it.each([
    [1, [10_000]],
    [2, [5000, 5000]],
    [3, [3334, 3333, 3333]],
    [0, []],
  ])('split equally over %i parts', (count, weights) => {
    expect(equalWeights(count)).toEqual(weights);
  });

  it.each([
    [
      [5000, 3000],
      [6250, 3750],
    ],
    [
      [1, 1, 1],
      [3334, 3333, 3333],
    ],
    [
      [2000, 0],
      [10_000, 0],
    ],
    [
      [0, 0],
      [0, 0],
    ],
  ])('rescale %j to %j', (weights, rescaled) => {
    expect(rescaleWeights(weights)).toEqual(rescaled);
  });

  it('total exactly 100 % after rescaling, and move no weight by a whole basis point or more', () => {
    assert(
      property(
        array(integer({ min: 0, max: TOTAL_WEIGHT }), { minLength: 1, maxLength: 12 }),
        (weights) => {
          const total = totalOf(weights);
          const rescaled = rescaleWeights(weights);
          expect(totalOf(rescaled)).toBe(total === 0 ? 0 : TOTAL_WEIGHT);
          if (total === 0) return;
          weights.forEach((weight, index) => {
            expect(Math.abs((rescaled[index] ?? 0) - (weight * TOTAL_WEIGHT) / total)).toBeLessThan(
              1,
            );
          });
        },
      ),
    );
  });

  it('leave weights alone that total 100 % already', () => {
    const whole = tuple(
      integer({ min: 0, max: 5000 }),
      integer({ min: 0, max: 5000 }),
      constant(0),
    ).map(([a, b]) => [a, b, TOTAL_WEIGHT - a - b]);
    assert(
      property(whole, (weights) => {
        expect(rescaleWeights(weights)).toEqual(weights);
      }),
    );
  });
});
