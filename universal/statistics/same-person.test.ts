import { describe, expect, it } from 'vitest';
import { draw, meanOf, npsDrawnShapes, seeded } from '../../test/prove/certainty/drawing';
import { drawPeople, unnamed } from '../../test/prove/certainty/people';
import { differenceBetween } from './difference';
import { meanInterval } from './mean-interval';
import {
  effectiveN,
  equalPeople,
  peopleIn,
  type SamePersonSums,
  withinAnswers,
} from './same-person';
import { npsSample, npsScale, type Sample } from './sample';

/** Persons with their answers. */
function sampleOf(persons: readonly (readonly number[])[], scale = npsScale): Sample {
  const answers = persons.flat();
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const samePerson: SamePersonSums = { repeats: 0, pairs: 0, pairSum: 0, pairProduct: 0 };
  for (const own of persons) {
    samePerson.repeats += own.length - 1;
    own.forEach((one, at) =>
      own.forEach((other, place) => {
        if (place === at) return;
        samePerson.pairs += 1;
        samePerson.pairSum += one;
        samePerson.pairProduct += one * other;
      }),
    );
  }
  return {
    n: answers.length,
    sum: total(answers),
    sumSquares: total(answers.map((answer) => answer ** 2)),
    scale,
    samePerson,
  };
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const width = ({ low, high }: { low: number; high: number }) => high - low;

describe('sums of another moment than the answers', () => {
  it('leave at least one person, and never more worth than there are answers', () => {
    const imported: SamePersonSums = { repeats: 900, pairs: 100_000, pairSum: 0, pairProduct: 0 };
    for (const n of [1, 2, 5, 901]) {
      const samePerson = withinAnswers(imported, n);
      const sample: Sample = { n, sum: 0, sumSquares: n, scale: npsScale, samePerson };
      expect(peopleIn(sample)).toBeGreaterThanOrEqual(1);
      expect(effectiveN(sample)).toBeGreaterThanOrEqual(1);
      expect(effectiveN(sample)).toBeLessThanOrEqual(n);
    }
  });

  it('stay as they are where they fit', () => {
    const sums: SamePersonSums = { repeats: 3, pairs: 8, pairSum: 1, pairProduct: 2 };
    expect(withinAnswers(sums, 12)).toEqual(sums);
  });
});

describe('answers of the same people', () => {
  it('change nothing where nobody answered twice', () => {
    const alone = sampleOf([...times(20, [100]), ...times(10, [-100]), ...times(5, [0])]);
    expect(effectiveN(alone)).toBe(35);
    expect(meanInterval(alone)).toEqual(meanInterval(unnamed(alone)));
  });

  it('are worth one answer a person where each person is always of one mind', () => {
    const camps = sampleOf([...times(40, times(4, 100)), ...times(40, times(4, -100))]);
    expect([peopleIn(camps), equalPeople(camps)]).toEqual([80, 80]);
    expect(effectiveN(camps)).toBeCloseTo(80, 0);
    const asPeople = meanInterval(npsSample({ promoters: 40, detractors: 40, n: 80 }))!;
    const interval = meanInterval(camps)!;
    expect(interval.low).toBeCloseTo(asPeople.low, 0);
    expect(interval.high).toBeCloseTo(asPeople.high, 0);
  });

  it('are worth nearly all of them where many people are each of two minds', () => {
    const mixed = sampleOf(times(200, [100, -100, 100, -100]));
    expect(effectiveN(mixed)).toBeGreaterThan(0.95 * 800);
    expect(effectiveN(mixed)).toBeLessThanOrEqual(800);
  });

  it('count as alike while few people show whether they are', () => {
    // 30 people of one answer and one of twenty, who was of every mind: it may have been chance.
    const one = sampleOf([
      ...times(15, [100]),
      ...times(15, [-100]),
      [...times(10, 100), ...times(10, -100)],
    ]);
    expect(effectiveN(one)).toBeLessThan(20);
    // Everybody says the same: nothing shows how far answers of one person go together.
    const unanimous = sampleOf(times(6, times(5, 100)));
    expect(effectiveN(unanimous)).toBeCloseTo(6, 9);
    expect(width(meanInterval(unanimous)!)).toBeGreaterThan(
      width(meanInterval(unnamed(unanimous))!),
    );
  });

  it('follow from the linearised variance by person once many people came again', () => {
    const random = seeded(11);
    const shape = npsDrawnShapes['50 % promoters, 20 % detractors']!;
    const persons = Array.from({ length: 2_000 }, () => {
      const [own] = [draw(random, shape, 1, npsScale).sum];
      return Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
        random() < 0.5 ? own : draw(random, shape, 1, npsScale).sum,
      );
    });
    const sample = sampleOf(persons);
    const mean = sample.sum / sample.n;
    const squares = (rows: readonly (readonly number[])[]) =>
      rows.reduce((sum, own) => sum + own.reduce((all, x) => all + x - mean, 0) ** 2, 0);
    const designEffect = squares(persons) / squares(persons.flat().map((answer) => [answer]));
    expect(sample.n / effectiveN(sample)).toBeCloseTo(designEffect, 1);
    expect(designEffect).toBeGreaterThan(1.5);
  });

  it('say no more of 200 answers by one person than of one mind', () => {
    const one = sampleOf([times(200, 100)]);
    expect(peopleIn(one)).toBe(1);
    expect(effectiveN(one)).toBeCloseTo(1, 9);
    expect(differenceBetween(one, sampleOf([times(200, -100)]))!.pValue).toBeGreaterThan(0.05);
  });
});

/** The whole of it is `npm run prove -- certainty`. */
describe('people who answer three to eight times, alike by 0.3', () => {
  const crowd = (people: number) => ({ people, likeness: 0.3, answers: [3, 8] as const });
  const shapes = Object.entries(npsDrawnShapes).map(([name, shape]) => ({ name, shape }));

  it.each(shapes)('are held by 93 % of intervals or more ($name)', ({ shape }) => {
    const random = seeded(20_261_127);
    const mean = meanOf(shape);
    for (const people of [4, 25]) {
      const held = Array.from({ length: 700 }, () => {
        const { low, high } = meanInterval(drawPeople(random, shape, npsScale, crowd(people)))!;
        return low <= mean + 1e-9 && high >= mean - 1e-9;
      });
      expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.93);
    }
  });

  it.each(shapes)('raise a false alarm in 6 % of changes at most ($name)', ({ shape }) => {
    const random = seeded(20_261_128);
    const drawn = (people: number) => drawPeople(random, shape, npsScale, crowd(people));
    const alarms = Array.from(
      { length: 400 },
      () => differenceBetween(drawn(12), drawn(30))!.pValue <= 0.05,
    );
    expect(alarms.filter(Boolean).length / alarms.length).toBeLessThanOrEqual(0.06);
  });
});
