import { describe, expect, it } from 'vitest';
import { targetStatus } from './scorecard';

const interval = { low: 30, high: 40 };

describe('the status against a target', () => {
  it.each([
    { case: 'reaches it', value: 35, target: 35, status: 'met' },
    { case: 'is short of it by what chance explains', value: 35, target: 39, status: 'near' },
    { case: 'is short of it by more', value: 35, target: 41, status: 'missed' },
    { case: 'is absent', value: null, target: 41, status: 'unknown' },
    { case: 'has no target', value: 35, target: null, status: 'no_target' },
  ] as const)('is $status when the value $case', ({ value, target, status }) => {
    expect(
      targetStatus('higher', { value, interval: value === null ? null : interval }, target),
    ).toBe(status);
  });

  it.each([
    { value: 35, target: 36, status: 'met' },
    { value: 35, target: 31, status: 'near' },
    { value: 35, target: 29, status: 'missed' },
  ] as const)(
    'of $value for $target where lower is better is $status',
    ({ value, target, status }) => {
      expect(targetStatus('lower', { value, interval }, target)).toBe(status);
    },
  );

  it('of a count, which has no interval, is met or missed', () => {
    expect(targetStatus('higher', { value: 9, interval: null }, 10)).toBe('missed');
  });
});
