import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../universal/period';
import { spanOf, trendPeriods } from './trend-periods';

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

describe('the days of a trend', () => {
  it('and of the period compared with span from the first to the last day', () => {
    const periods = [...trendPeriods(period('2026-03')), period('2024-03')];
    expect(spanOf(periods)).toMatchObject({ startOn: '2024-03-01', endOn: '2026-03-31' });
  });
});
