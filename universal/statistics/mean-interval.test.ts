import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval } from './mean-interval';
import { npsSample, type Sample, shareSample } from './sample';

const scores = (answers: readonly number[]): Sample => ({
  n: answers.length,
  sum: answers.reduce((sum, answer) => sum + answer, 0),
  sumSquares: answers.reduce((sum, answer) => sum + answer ** 2, 0),
  scale: { low: 1, high: 7 },
});
const repeated = (answer: number, times: number) =>
  Array.from<number>({ length: times }).fill(answer);

describe('the interval of a mean', () => {
  it('of 50 promoters and 20 detractors in 100 answers is computed from 103, three of them imagined', () => {
    // Middle 3,000 ÷ 103 = 29.126; variance (10,000 × 73) ÷ 103 − 29.126² = 6,239.0; error √(6,239.0 ÷ 103) = 7.783.
    // t at 97.5 % with 102 degrees, read as 100: 1.98397.
    const interval = meanInterval(npsSample({ promoters: 50, detractors: 20, n: 100 }))!;
    expect(interval.low).toBeCloseTo(29.126 - 1.98397 * 7.783, 1);
    expect(interval.high).toBeCloseTo(29.126 + 1.98397 * 7.783, 1);
  });

  it.each([
    ['NPS', npsSample({ promoters: 10, detractors: 0, n: 10 }), 100],
    ['NPS of detractors only', npsSample({ promoters: 0, detractors: 10, n: 10 }), -100],
    ['CSAT', shareSample({ favourable: 12, n: 12 }), 100],
    ['CES', scores(repeated(7, 11)), 7],
    ['CES in the middle of the scale', scores(repeated(4, 11)), 4],
  ])('of %s has a width where everybody answered alike', (_name, sample, value) => {
    const interval = meanInterval(sample)!;
    const range = sample.scale.high - sample.scale.low;
    expect(interval.high - interval.low).toBeGreaterThan(0.1 * range);
    expect(interval.low).toBeLessThanOrEqual(value);
    expect(interval.high).toBeGreaterThanOrEqual(value);
  });

  it('stays on the scale, holds the value, and narrows as more people answer', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(answers, (given) => {
        const few = scores(given);
        const many = { ...few, n: few.n * 10, sum: few.sum * 10, sumSquares: few.sumSquares * 10 };
        const [wide, narrow] = [meanInterval(few)!, meanInterval(many)!];
        const mean = few.sum / few.n;
        expect(wide.low).toBeGreaterThanOrEqual(1);
        expect(wide.high).toBeLessThanOrEqual(7);
        expect(wide.low).toBeLessThanOrEqual(mean + 1e-9);
        expect(wide.high).toBeGreaterThanOrEqual(mean - 1e-9);
        expect(narrow.high - narrow.low).toBeLessThan(wide.high - wide.low);
      }),
    );
  });

  it('is turned round with the scale', () => {
    const counts = { promoters: 31, detractors: 7, n: 60 };
    const one = meanInterval(npsSample(counts))!;
    const other = meanInterval(npsSample({ promoters: 7, detractors: 31, n: 60 }))!;
    expect(one.low).toBeCloseTo(-other.high, 9);
    expect(one.high).toBeCloseTo(-other.low, 9);
  });

  it('is wider the surer it has to be', () => {
    const widths = ([80, 90, 95, 99] as const).map((confidence) => {
      const { low, high } = meanInterval(shareSample({ favourable: 60, n: 100 }), confidence)!;
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
  });

  it('does not exist without answers', () => {
    expect(meanInterval(shareSample({ favourable: 0, n: 0 }))).toBeNull();
  });
});
