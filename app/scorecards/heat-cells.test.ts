import { describe, expect, it } from 'vitest';

import { heatCells } from './heat-cells';
import type { GridMetric, Score } from './scorecard';

const metric = (key: string, unit: GridMetric['unit']): GridMetric => ({
  key,
  name: key,
  formula: '',
  unit,
  direction: 'HIGHER',
  status: 'CERTIFIED',
  version: 1,
  effectiveOn: '2026-01-01',
  minimumN: 10,
  scaleMinimum: -100,
  scaleMaximum: 100,
});

const row = (name: string, nps: Partial<Score>, responses: number) => ({
  name,
  lines: [
    {
      metricKey: 'nps',
      current: {
        value: null,
        n: responses,
        people: responses,
        isTooFew: false,
        low: null,
        high: null,
        ...nps,
      },
    },
    {
      metricKey: 'responses',
      current: {
        value: responses,
        n: responses,
        people: responses,
        isTooFew: false,
        low: null,
        high: null,
      },
    },
  ],
});

const whole = row('Stores', { value: 40, low: 38, high: 42 }, 1_204);
const rows = [
  whole,
  row('Bath', { value: 60, low: 50, high: 70 }, 120),
  row('Leeds', { value: 44, low: 34, high: 54 }, 40),
  row('Hull', { isTooFew: true }, 7),
  row('Wick', {}, 0),
];
const cells = heatCells({
  locale: 'en',
  metrics: [metric('nps', 'POINTS'), metric('responses', 'COUNT')],
  rows,
  whole,
});
const first = cells.map(([cell]) => cell);

describe('heatCells', () => {
  it('colours scores around the whole and counts by their size', () => {
    expect(first.map((cell) => cell?.step)).toEqual([3, 6, 4, null, null]);
    expect(cells.map(([, count]) => [count?.palette, count?.step])[0]).toEqual(['amount', 3]);
  });

  it('is unsure where the interval reaches the whole’s value, and only there', () => {
    expect(first.map((cell) => cell?.isUnsure)).toEqual([false, false, true, false, false]);
    expect(cells.every(([, count]) => count?.isUnsure === false)).toBe(true);
  });

  it('writes the value with its interval, or only how many answered', () => {
    expect(first.map((cell) => cell?.text)).toEqual(['40.0', '60.0', '44.0', 'n = 7', '–']);
    expect(first.map((cell) => cell?.interval)).toEqual([
      '38.0 to 42.0',
      '50.0 to 70.0',
      '34.0 to 54.0',
      null,
      null,
    ]);
  });
});
