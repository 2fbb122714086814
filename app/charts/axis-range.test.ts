import { describe, expect, it } from 'vitest';

import { formatMetricAxis, type MetricUnit } from '../scorecards/metric-format';
import { axisRange } from './axis-range';

const scales = {
  POINTS: { min: -100, max: 100 },
  PERCENT: { min: 0, max: 100 },
  SCORE: { min: 1, max: 7 },
  COUNT: { min: 0, max: Infinity },
} satisfies Record<MetricUnit, { min: number; max: number }>;

function labelsOf(unit: MetricUnit, seen: readonly number[], hasZero: boolean): string[] {
  const axis = axisRange({ seen, scale: scales[unit], hasZero, isCount: unit === 'COUNT' });
  const count = Math.round((axis.max - axis.min) / axis.interval);
  return Array.from({ length: count + 1 }, (_, step) =>
    formatMetricAxis('en', unit, axis.min + step * axis.interval, axis.decimals),
  );
}

describe('axisRange', () => {
  it.each([[[0]], [[1]], [[2]], [[0, 3]], [[7]], [[12, 409]], [[0, 86_402]]])(
    'counts %j in whole things',
    (seen) => {
      const labels = labelsOf('COUNT', seen, true);
      expect(labels[0]).toBe('0');
      expect(labels.length).toBeGreaterThan(1);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels.every((label) => Number.isInteger(Number(label.replaceAll(',', ''))))).toBe(
        true,
      );
    },
  );

  it.each([
    ['POINTS', [40.2, 41.4]],
    ['POINTS', [40, 40]],
    ['POINTS', [-3, 99]],
    ['PERCENT', [78.1, 78.6]],
    ['PERCENT', [100, 100]],
    ['SCORE', [5.41, 5.43]],
    ['SCORE', [1, 7]],
  ] as const)('writes no step of %s from %j twice', (unit, seen) => {
    for (const hasZero of [false, true]) {
      const labels = labelsOf(unit, seen, hasZero);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it.each([40, 0, 100])('leaves room for %d alone, inside the scale', (value) => {
    const { min, max } = axisRange({
      seen: [value],
      scale: scales.PERCENT,
      hasZero: false,
      isCount: false,
    });
    expect(max).toBeGreaterThan(min);
    expect([min >= 0, max <= 100]).toEqual([true, true]);
  });
});
