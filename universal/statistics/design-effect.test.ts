import { describe, expect, it } from 'vitest';
import { finitePopulationEffect, personEffect } from './design-effect';

/** Sums over persons of the answers each of them gave. */
const sumsOf = (persons: readonly (readonly number[])[]) => {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const answers = persons.flat();
  return [
    { n: answers.length, sum: sum(answers), sumSquares: sum(answers.map((x) => x * x)) },
    {
      persons: persons.length,
      squaredSums: sum(persons.map((own) => sum(own) ** 2)),
      sumsByCounts: sum(persons.map((own) => sum(own) * own.length)),
      squaredCounts: sum(persons.map((own) => own.length ** 2)),
    },
  ] as const;
};

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

describe('the effect of answers that come from one person', () => {
  it('is none where everybody answered once', () => {
    expect(personEffect(...sumsOf([[1], [5], [3], [7]]))).toBe(1);
  });

  it('is the number of answers each where everybody repeats themselves', () => {
    const people = Array.from({ length: 200 }, (_, at) =>
      Array.from<number>({ length: 4 }).fill(at % 7),
    );
    expect(personEffect(...sumsOf(people))).toBeCloseTo((4 * 200) / 199, 6);
  });

  it('is none where answers of one person are as unlike as those of several', () => {
    expect(
      personEffect(
        ...sumsOf([
          [1, 7],
          [7, 1],
          [1, 7],
          [7, 1],
        ]),
      ),
    ).toBe(1);
  });

  it('counts each person once where all answers are alike, and all of them as one where there is one person', () => {
    expect(personEffect(...sumsOf([[7, 7, 7], [7]]))).toBe(2);
    expect(personEffect(...sumsOf([[1, 5, 7]]))).toBe(3);
  });
});
