import { describe, expect, it } from 'vitest';

import { totalWeight } from './total-weight';

describe('the live total of weights', () => {
  it.each([
    [['50', '30', '20'], 100, 0],
    [['33.33', '33.33', '33.34'], 100, 0],
    [['50', '', undefined], 50, 50],
    [['60', '50'], 110, -10],
    [['5x', '40'], 40, 60],
    [[], 0, 100],
  ])('of %j is %d', (weights, total, missing) => {
    expect(totalWeight(weights)).toEqual({ total, missing });
  });
});
