import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMetrics, scaleEnds } from './import-mapping';
import { isSatisfied, readScore, type ScoreScale } from './import-score';

const csatUp: ScoreScale = { metric: 'csat', best: 'highest' };
const csatDown: ScoreScale = { metric: 'csat', best: 'lowest' };

describe('a score of a file', () => {
  it.each<[string, ScoreScale, unknown]>([
    ['5', csatUp, { kind: 'score', value: 5 }],
    ['1', csatDown, { kind: 'score', value: 5 }],
    ['2', csatDown, { kind: 'score', value: 4 }],
    ['4.0', csatUp, { kind: 'score', value: 4 }],
    ['４', csatUp, { kind: 'score', value: 4 }],
    ['4.5', csatUp, { kind: 'not-a-number' }],
    ['6', csatUp, { kind: 'out-of-range' }],
    ['0', csatUp, { kind: 'out-of-range' }],
    ['-1', csatUp, { kind: 'out-of-range' }],
    ['0', { metric: 'nps', best: 'highest' }, { kind: 'score', value: 0 }],
    ['0', { metric: 'nps', best: 'lowest' }, { kind: 'score', value: 10 }],
    ['7', { metric: 'ces', best: 'lowest' }, { kind: 'score', value: 1 }],
    ['', csatUp, { kind: 'unanswered' }],
    ['  ', csatUp, { kind: 'unanswered' }],
    ["Don't know", csatUp, { kind: 'unanswered' }],
    ['不知道', csatUp, { kind: 'unanswered' }],
    ['Very good', csatDown, { kind: 'score', value: 5 }],
    ['非常不满意', csatUp, { kind: 'score', value: 1 }],
    ['great', csatUp, { kind: 'not-a-number' }],
  ])('%j read as %o is %o', (text, scale, expected) => {
    expect(readScore(text, scale)).toEqual(expected);
  });

  it('stays on the scale and turns round exactly once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...importMetrics),
        fc.integer({ min: 0, max: 10 }),
        (metric, given) => {
          const { lowest, highest } = scaleEnds[metric];
          const up = readScore(String(given), { metric, best: 'highest' });
          const down = readScore(String(given), { metric, best: 'lowest' });
          expect(up.kind).toBe(given < lowest || given > highest ? 'out-of-range' : 'score');
          if (up.kind === 'score' && down.kind === 'score')
            expect(up.value + down.value).toBe(lowest + highest);
        },
      ),
    );
  });

  it('counts the top two of five, the promoters and the easy ones as satisfied', () => {
    expect([3, 4].map((score) => isSatisfied('csat', score))).toEqual([false, true]);
    expect([8, 9].map((score) => isSatisfied('nps', score))).toEqual([false, true]);
    expect([4, 5].map((score) => isSatisfied('ces', score))).toEqual([false, true]);
  });
});
