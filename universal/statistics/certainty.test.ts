import { describe, expect, it } from 'vitest';
import { coverageOf, leastOf } from '../../test/prove/certainty/coverage';
import {
  draw,
  meanOf,
  npsDrawnShapes,
  scoreShapes,
  seeded,
} from '../../test/prove/certainty/drawing';
import { npsShapes, shareShapes } from '../../test/prove/certainty/trinomial';
import { differenceBetween } from './difference';
import { meanInterval } from './mean-interval';
import { npsScale } from './sample';

/** The whole of it is `npm run prove -- certainty`. */
describe('how often an interval of 95 % holds the true value', () => {
  it.each([10, 11, 20, 35])('of %i answers: 93 % or more, whatever the NPS is made of', (n) => {
    const { covered } = leastOf(coverageOf(meanInterval, n, npsShapes));
    expect(covered).toBeGreaterThan(0.93);
  });

  it.each([10, 19, 50])('of %i answers: 93 % or more, whatever the share', (n) => {
    const { covered } = leastOf(coverageOf(meanInterval, n, shareShapes));
    expect(covered).toBeGreaterThan(0.93);
  });

  it.each(Object.keys(scoreShapes).map((name) => ({ name })))(
    'of a score: 93 % or more ($name)',
    ({ name }) => {
      const shape = scoreShapes[name]!;
      const random = seeded(20_261_125);
      const mean = meanOf(shape);
      const held = Array.from({ length: 2_000 }, () => {
        const { low, high } = meanInterval(draw(random, shape, 12, { low: 1, high: 7 }))!;
        return low <= mean + 1e-9 && high >= mean - 1e-9;
      });
      expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.93);
    },
  );
});

describe('how often chance alone is called a change', () => {
  it.each(Object.keys(npsDrawnShapes).map((name) => ({ name })))(
    '12 answers against 400: at most 6 % ($name)',
    ({ name }) => {
      const random = seeded(20_261_126);
      const drawn = (n: number) => draw(random, npsDrawnShapes[name]!, n, npsScale);
      const alarms = Array.from(
        { length: 800 },
        () => differenceBetween(drawn(12), drawn(400))!.pValue <= 0.05,
      );
      expect(alarms.filter(Boolean).length / alarms.length).toBeLessThanOrEqual(0.06);
    },
  );
});
