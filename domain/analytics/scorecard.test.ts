import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsOf } from '../../universal/analytics/metric-decimals';
import { formatNumber } from '../../universal/format';
import { metricUnits } from './metric';
import { targetStatus } from './scorecard';

const higher = { direction: 'higher', unit: 'points' } as const;
const lower = { direction: 'lower', unit: 'points' } as const;
const interval = { low: 30, high: 40 };

describe('the status against a target', () => {
  it.each([
    { case: 'and all that chance allows reach it', value: 35, target: 30, status: 'met' },
    { case: 'is past it by what chance explains', value: 35, target: 31, status: 'undecided' },
    { case: 'is short of it by what chance explains', value: 35, target: 39, status: 'undecided' },
    { case: 'is short of it by more', value: 35, target: 41, status: 'missed' },
    { case: 'is absent', value: null, target: 41, status: 'unknown' },
    { case: 'has no target', value: 35, target: null, status: 'no_target' },
  ] as const)('is $status when the value $case', ({ value, target, status }) => {
    expect(
      targetStatus(higher, { value, interval: value === null ? null : interval }, target),
    ).toBe(status);
  });

  it.each([
    { target: 40, status: 'met' },
    { target: 36, status: 'undecided' },
    { target: 31, status: 'undecided' },
    { target: 29, status: 'missed' },
  ] as const)('for $target where lower is better is $status', ({ target, status }) => {
    expect(targetStatus(lower, { value: 35, interval }, target)).toBe(status);
  });

  it('of eleven answers between 25.6 and 100.0 is not met at 90.9 for 70', () => {
    const few = { value: 90.9, interval: { low: 25.6, high: 100 } };
    expect(targetStatus(higher, few, 70)).toBe('undecided');
  });

  it.each([
    { value: 9, target: 10, status: 'missed' },
    { value: 10, target: 10, status: 'met' },
    { value: 11, target: 10, status: 'met' },
  ] as const)('of $value counted things for $target is $status', ({ value, target, status }) => {
    const count = { direction: 'higher', unit: 'count' } as const;
    expect(targetStatus(count, { value, interval: null }, target)).toBe(status);
  });

  it.each([
    { unit: 'percent', value: 77.96, low: 77.96, target: 78, status: 'met' },
    { unit: 'percent', value: 77.94, low: 77.94, target: 78, status: 'missed' },
    { unit: 'percent', value: 77.9, low: 77.9, target: 77.94, status: 'met' },
    { unit: 'score', value: 5.195, low: 5.195, target: 5.2, status: 'met' },
  ] as const)(
    'judges $value $unit for $target as both are written: $status',
    ({ unit, value, low, target, status }) => {
      const measured = { value, interval: { low, high: value } };
      expect(targetStatus({ direction: 'higher', unit }, measured, target)).toBe(status);
    },
  );
});

const cases = fc
  .record({
    unit: fc.constantFrom(...metricUnits),
    direction: fc.constantFrom('higher' as const, 'lower' as const),
    // So close together that rounding matters.
    ends: fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: -3_000, max: 3_000 }))),
    target: fc.integer({ min: -3_000, max: 3_000 }),
    isEstimate: fc.boolean(),
  })
  .map(({ unit, direction, ends, target, isEstimate }) => {
    const [low, value, high] = ends.map((end) => end / 1_000).sort((a, b) => a - b);
    return {
      metric: { unit, direction },
      value: value!,
      interval: isEstimate ? { low: low!, high: high! } : null,
      target: target / 1_000,
    };
  });

describe('a verdict', () => {
  it('never contradicts the numbers as they are written', () => {
    fc.assert(
      fc.property(cases, ({ metric, value, interval: range, target }) => {
        const write = (number: number) =>
          Number(formatNumber('en', number, decimalsOf(metric.unit)).replace('−', '-'));
        const ahead = (number: number) =>
          (metric.direction === 'higher' ? 1 : -1) * (write(number) - write(target));
        const ends = [range?.low ?? value, range?.high ?? value].map(ahead);
        const status = targetStatus(metric, { value, interval: range }, target);
        expect(status).toBe(
          Math.min(...ends) >= 0 ? 'met' : Math.max(...ends) < 0 ? 'missed' : 'undecided',
        );
        if (write(value) === write(target)) expect(status).not.toBe('missed');
        if (status === 'met') expect(ahead(value)).toBeGreaterThanOrEqual(0);
        if (status === 'missed') expect(ahead(value)).toBeLessThan(0);
        if (!range) expect(status).not.toBe('undecided');
      }),
      { numRuns: 3_000, seed: 11 },
    );
  });

  it('is the same on both sides: turned round with its scale nothing changes', () => {
    fc.assert(
      fc.property(cases, ({ metric, value, interval: range, target }) => {
        const turned = {
          ...metric,
          direction: metric.direction === 'higher' ? ('lower' as const) : ('higher' as const),
        };
        const mirrored = range && { low: -range.high, high: -range.low };
        expect(targetStatus(turned, { value: -value, interval: mirrored }, -target)).toBe(
          targetStatus(metric, { value, interval: range }, target),
        );
      }),
      { numRuns: 1_000, seed: 12 },
    );
  });
});
