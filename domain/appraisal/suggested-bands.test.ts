import { array, assert, constantFrom, double, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areBandsOrdered, scoreOfValue } from './indicator-score';
import { suggestedBands } from './suggested-bands';

const nps = { direction: 'higher', minimum: -100, maximum: 100, step: 1 } as const;
const at = (value: number, half = 4) => ({
  value,
  interval: { low: value - half, high: value + half },
});

describe('bands to begin with', () => {
  it('put the target where the middle department stood, and spread the others', () => {
    const values = [10, 20, 25, 30, 40, 45, 50, 55, 60, 70, 80];
    const bands = suggestedBands(
      values.map((value) => at(value)),
      nps,
    )!;
    expect(bands).toEqual({ direction: 'higher', threshold: 20, target: 45, stretch: 70 });
    const scores = values.map((value) => scoreOfValue(value, bands));
    expect(scores.filter((score) => score === 100)).toHaveLength(2);
    expect(scores.filter((score) => score === 0)).toHaveLength(2);
  });

  it('are no nearer than half a usual interval, so that chance alone does not cross one', () => {
    expect(
      suggestedBands(
        [41, 42, 43].map((value) => at(value, 12)),
        nps,
      ),
    ).toMatchObject({ threshold: 30, target: 42, stretch: 54 });
  });

  it('are absent with two departments', () => {
    expect(suggestedBands([at(1), at(50), { value: null, interval: null }], nps)).toBeNull();
  });

  it('can always be saved: in order and on the scale', () => {
    const scales = [
      nps,
      { ...nps, direction: 'lower' },
      { direction: 'higher', minimum: 1, maximum: 7, step: 0.1 },
      { direction: 'higher', minimum: 0, maximum: 100, step: 1 },
    ] as const;
    const reading = record({
      share: double({ min: 0, max: 1, noNaN: true }),
      half: double({ min: 0, max: 0.4, noNaN: true }),
    });
    assert(
      property(
        constantFrom(...scales),
        array(reading, { minLength: 3, maxLength: 30 }),
        (scale, readings) => {
          const range = scale.maximum - scale.minimum;
          const bands = suggestedBands(
            readings.map(({ share, half }) => at(scale.minimum + share * range, half * range)),
            scale,
          )!;
          expect(areBandsOrdered(bands)).toBe(true);
          for (const mark of [bands.threshold, bands.target, bands.stretch]) {
            expect(mark).toBeGreaterThanOrEqual(scale.minimum);
            expect(mark).toBeLessThanOrEqual(scale.maximum);
          }
        },
      ),
    );
  });
});
