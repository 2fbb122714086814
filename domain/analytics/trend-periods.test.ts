import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../universal/period';
import { comparedPeriod, spanOf, trendPeriods } from './trend-periods';

const period = (key: string) => parsePeriod(key)!;

describe('the trend of a period', () => {
  it('of a month is the last twelve months, across the turn of the year', () => {
    const keys = trendPeriods(period('2026-03')).map(({ key }) => key);
    expect(keys).toHaveLength(12);
    expect([keys[0], keys.at(-1)]).toEqual(['2025-04', '2026-03']);
  });

  it('of a quarter is three years of quarters', () => {
    const keys = trendPeriods(period('2026-Q3')).map(({ key }) => key);
    expect([keys[0], keys.at(-1)]).toEqual(['2023-Q4', '2026-Q3']);
  });

  it('of freely chosen days is the months up to their last day', () => {
    const keys = trendPeriods(period('2026-10-15_2026-11-13')).map(({ key }) => key);
    expect([keys[0], keys.at(-1)]).toEqual(['2025-12', '2026-11']);
  });
});

describe('the period compared with', () => {
  it.each([
    ['2026-Q3', 'previous', '2026-Q2'],
    ['2026-Q1', 'previous', '2025-Q4'],
    ['2026-Q3', 'year', '2025-Q3'],
    ['2026-10-15_2026-11-13', 'previous', '2026-09-15_2026-10-14'],
    ['2024-02-29_2024-02-29', 'year', '2023-02-28_2023-02-28'],
  ] as const)('of %s (%s) is %s', (key, comparison, expected) => {
    expect(comparedPeriod(period(key), comparison)?.key).toBe(expected);
  });

  it('is absent when nothing is to be compared', () => {
    expect(comparedPeriod(period('2026-Q3'), 'none')).toBeUndefined();
  });

  it('and the trend together span from the first to the last day', () => {
    const periods = [...trendPeriods(period('2026-03')), period('2024-03')];
    expect(spanOf(periods)).toMatchObject({ startOn: '2024-03-01', endOn: '2026-03-31' });
  });
});
