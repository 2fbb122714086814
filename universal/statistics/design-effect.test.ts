import { describe, expect, it } from 'vitest';
import { finitePopulationEffect } from './design-effect';

describe('the effect of a finite population', () => {
  it.each([
    { answered: 10, population: 1_000, effect: 0.991 },
    { answered: 30, population: 40, effect: 10 / 39 },
    { answered: 40, population: 40, effect: 0 },
    { answered: 1, population: 1, effect: 0 },
    { answered: 12, population: 8, effect: 1 },
  ])('of $answered of $population is $effect', ({ answered, population, effect }) => {
    expect(finitePopulationEffect(answered, population)).toBeCloseTo(effect, 3);
  });
});
