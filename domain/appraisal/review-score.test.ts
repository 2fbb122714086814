import { array, assert, double, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineParts, scoreOfRating } from './review-score';

const part = (key: string, weightBp: number, score: number | null) => ({ key, weightBp, score });

describe('an overall score', () => {
  it('is the weighted mean of its parts', () => {
    const result = combineParts([
      part('goals', 5000, 80),
      part('cx', 3000, 50),
      part('competencies', 2000, 75),
    ]);
    expect(result.score).toBeCloseTo(70, 10);
    expect(result.isRescaled).toBe(false);
    expect(result.parts.map((entry) => entry.countedWeightBp)).toEqual([5000, 3000, 2000]);
  });

  it('gives the weight of a missing part to the others, in proportion', () => {
    const result = combineParts([
      part('goals', 5000, 80),
      part('cx', 3000, null),
      part('competencies', 2000, 75),
    ]);
    expect(result.score).toBeCloseTo((5000 * 80 + 2000 * 75) / 7000, 10);
    expect(result.isRescaled).toBe(true);
    expect(result.parts.map((entry) => entry.countedWeightBp)).toEqual([7143, 0, 2857]);
  });

  it('counts a score of zero', () => {
    expect(combineParts([part('a', 5000, 0), part('b', 5000, 100)]).score).toBe(50);
  });

  it('is absent when nothing counts', () => {
    expect(combineParts([part('a', 10_000, null)])).toMatchObject({
      score: null,
      isRescaled: true,
    });
    expect(combineParts([])).toEqual({ score: null, range: null, isRescaled: false, parts: [] });
  });

  it('does not call it rescaled when only a part without weight is empty', () => {
    expect(combineParts([part('goals', 10_000, 60), part('comments', 0, null)]).isRescaled).toBe(
      false,
    );
  });

  const parts = array(
    record({
      key: integer().map(String),
      weightBp: integer({ min: 0, max: 10_000 }),
      score: option(double({ min: 0, max: 100, noNaN: true }), { nil: null }),
    }),
    { maxLength: 8 },
  );

  it('lies between the lowest and the highest part that counts, and the shares total 100 %', () => {
    assert(
      property(parts, (given) => {
        const result = combineParts(given);
        const counted = given.filter((entry) => entry.weightBp > 0 && entry.score !== null);
        const scores = counted.map((entry) => entry.score ?? 0);
        if (counted.length === 0) {
          expect(result.score).toBeNull();
          return;
        }
        expect(result.score).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(result.score).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
        expect(result.parts.reduce((sum, entry) => sum + entry.countedWeightBp, 0)).toBe(10_000);
      }),
    );
  });

  it('is not moved by parts that do not count', () => {
    assert(
      property(parts, integer({ min: 1, max: 10_000 }), (given, weightBp) => {
        expect(combineParts([...given, part('missing', weightBp, null)]).score).toBe(
          combineParts(given).score,
        );
      }),
    );
  });
});

describe('a rating', () => {
  it.each([
    [1, 0],
    [2, 25],
    [3, 50],
    [4, 75],
    [5, 100],
  ])('of %i gives %i', (rating, score) => {
    expect(scoreOfRating(rating)).toBe(score);
  });
});

describe('the range of a score', () => {
  it('is that of the parts by their weights, as if chance moved all of them the same way', () => {
    const { score, range } = combineParts([
      { key: 'nps', weightBp: 6000, score: 50, range: { low: 20, high: 70 } },
      { key: 'csat', weightBp: 2000, score: 80, range: { low: 70, high: 100 } },
      { key: 'goals', weightBp: 2000, score: 60 },
    ]);
    expect(score).toBeCloseTo(58, 10);
    expect(range?.low).toBeCloseTo(0.6 * 20 + 0.2 * 70 + 0.2 * 60, 10);
    expect(range?.high).toBeCloseTo(0.6 * 70 + 0.2 * 100 + 0.2 * 60, 10);
  });

  it('is absent where everything that counts is exact', () => {
    const parts = [
      { key: 'goals', weightBp: 5000, score: 60 },
      { key: 'nps', weightBp: 5000, score: null, range: { low: 0, high: 100 } },
    ];
    expect(combineParts(parts).range).toBeNull();
  });
});
