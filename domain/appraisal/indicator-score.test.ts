import { assert, boolean, double, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areBandsOrdered,
  bandsAround,
  type IndicatorBands,
  judgeIndicator,
  scoreOfValue,
  scoreRange,
} from './indicator-score';

const nps: IndicatorBands = { direction: 'higher', threshold: 20, target: 40, stretch: 60 };
const minutes: IndicatorBands = { direction: 'lower', threshold: 30, target: 20, stretch: 5 };

describe('the score of an indicator', () => {
  it.each([
    [nps, -100, 0],
    [nps, 20, 0],
    [nps, 30, 25],
    [nps, 40, 50],
    [nps, 45, 62.5],
    [nps, 60, 100],
    [nps, 99, 100],
    [minutes, 31, 0],
    [minutes, 30, 0],
    [minutes, 25, 25],
    [minutes, 20, 50],
    [minutes, 12.5, 75],
    [minutes, 5, 100],
    [minutes, 0, 100],
  ])('with bands %j and value %d is %d', (bands, value, score) => {
    expect(scoreOfValue(value, bands)).toBeCloseTo(score, 10);
  });

  const bandsOf = record({
    start: double({ min: -100, max: 100, noNaN: true }),
    first: double({ min: 0.1, max: 50, noNaN: true }),
    second: double({ min: 0.1, max: 50, noNaN: true }),
    isLower: boolean(),
  }).map(({ start, first, second, isLower }): IndicatorBands => {
    const sign = isLower ? -1 : 1;
    return {
      direction: isLower ? 'lower' : 'higher',
      threshold: start,
      target: start + sign * first,
      stretch: start + sign * (first + second),
    };
  });
  const value = double({ min: -250, max: 250, noNaN: true });

  it('stays within 0 and 100 and hits its three marks', () => {
    assert(
      property(bandsOf, value, (bands, at) => {
        const score = scoreOfValue(at, bands);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(scoreOfValue(bands.threshold, bands)).toBe(0);
        expect(scoreOfValue(bands.target, bands)).toBeCloseTo(50, 6);
        expect(scoreOfValue(bands.stretch, bands)).toBe(100);
      }),
    );
  });

  it('never falls when the value gets better', () => {
    assert(
      property(bandsOf, value, value, (bands, a, b) => {
        const [worse, better] = (bands.direction === 'higher') === a < b ? [a, b] : [b, a];
        expect(scoreOfValue(better, bands)).toBeGreaterThanOrEqual(scoreOfValue(worse, bands));
      }),
    );
  });

  it('is the same for a mirrored scale with the direction turned round', () => {
    assert(
      property(bandsOf, value, (bands, at) => {
        const mirrored: IndicatorBands = {
          direction: bands.direction === 'higher' ? 'lower' : 'higher',
          threshold: -bands.threshold,
          target: -bands.target,
          stretch: -bands.stretch,
        };
        expect(scoreOfValue(-at, mirrored)).toBeCloseTo(scoreOfValue(at, bands), 8);
      }),
    );
  });
});

describe('bands', () => {
  it.each([
    [nps, true],
    [minutes, true],
    [{ ...nps, target: 20 }, false],
    [{ ...nps, stretch: 40 }, false],
    [{ ...nps, direction: 'lower' as const }, false],
    [{ ...minutes, direction: 'higher' as const }, false],
  ])('%j are in order: %s', (bands, ordered) => {
    expect(areBandsOrdered(bands)).toBe(ordered);
  });
});

describe('what counts', () => {
  it.each([
    [0, 30, null, 'no_answers'],
    [9, 10, 40, 'too_few'],
    [29, 30, 40, 'too_few'],
    [10, 10, 40, 'counted_with_warning'],
    [29, 10, 40, 'counted_with_warning'],
    [30, 30, 40, 'counted'],
    [9, 1, 40, 'too_few'],
  ])('with n = %i and a minimum of %i', (n, minimumN, value, status) => {
    expect(judgeIndicator({ value, n }, { bands: nps, minimumN }).status).toBe(status);
  });

  it('carries a score exactly when it counts, and a value of zero is a score', () => {
    assert(
      property(integer({ min: 0, max: 60 }), integer({ min: 10, max: 40 }), (n, minimumN) => {
        const { status, score } = judgeIndicator(
          { value: n === 0 ? null : 0, n },
          { bands: nps, minimumN },
        );
        expect(score !== null).toBe(n >= minimumN);
        expect(status.startsWith('counted')).toBe(n >= minimumN);
      }),
    );
  });
});

describe('the bands of a department', () => {
  const scale = { minimum: -100, maximum: 100 };

  it('stand around the target of its scorecard as far as the template says', () => {
    expect(bandsAround(nps, 35, scale)).toEqual({
      bands: { direction: 'higher', threshold: 15, target: 35, stretch: 55 },
      targetSource: 'scorecard',
    });
    expect(bandsAround(minutes, 12, { minimum: 0, maximum: null }).bands).toEqual({
      direction: 'lower',
      threshold: 22,
      target: 12,
      stretch: 0,
    });
  });

  it('are those of the template where the scorecard has no target; a target of 0 is one', () => {
    expect(bandsAround(nps, null, scale)).toEqual({ bands: nps, targetSource: 'template' });
    expect(bandsAround(nps, 0, scale)).toMatchObject({
      bands: { target: 0 },
      targetSource: 'scorecard',
    });
  });

  it('give everything at a target at the end of the scale, and never less than half at any target', () => {
    const { bands } = bandsAround(nps, 100, scale);
    expect(scoreOfValue(100, bands)).toBe(100);
    expect(scoreOfValue(99, bands)).toBeLessThan(50);
    for (let target = -100; target <= 100; target += 5)
      expect(scoreOfValue(target, bandsAround(nps, target, scale).bands)).toBeGreaterThanOrEqual(
        50,
      );
  });

  it('carry the ends of an interval to the ends of the score’s range, whichever way is better', () => {
    expect(scoreRange({ low: 30, high: 50 }, nps)).toEqual({ low: 25, high: 75 });
    expect(scoreRange({ low: 10, high: 25 }, minutes).low).toBe(25);
    expect(scoreRange({ low: 10, high: 25 }, minutes).high).toBeGreaterThan(50);
  });
});
