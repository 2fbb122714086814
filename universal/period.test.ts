import { describe, expect, it } from 'vitest';

import {
  choosePeriod,
  lastDays,
  formatPeriod,
  parsePeriod,
  periodAYearBefore,
  periodBefore,
  recentPeriods,
} from './period';

const get = (key: string) => {
  const period = parsePeriod(key);
  if (!period) throw new Error(`${key} is no period`);
  return period;
};

describe('a period', () => {
  it.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-03-05_2026-03-07', '2026-03-05', '2026-03-07'],
    ['2026-03-07_2026-03-05', '2026-03-05', '2026-03-07'],
  ])('%s runs from %s to %s', (key, startOn, endOn) => {
    expect(get(key)).toMatchObject({ startOn, endOn });
  });

  it.each(['', '2026-13', '2026-Q5', '20', '2026-02-30_2026-03-01', '2026-02-01', 'a_b'])(
    'is not read from "%s"',
    (key) => {
      expect(parsePeriod(key)).toBeUndefined();
    },
  );

  it.each([
    ['2026-01', '2025-12'],
    ['2026-Q1', '2025-Q4'],
    ['2026-Q3', '2026-Q2'],
    ['2026', '2025'],
    ['2026-03-05_2026-03-07', '2026-03-02_2026-03-04'],
  ])('%s follows %s', (key, before) => {
    expect(periodBefore(get(key)).key).toBe(before);
  });

  it.each([
    ['2026-01', '2025-01'],
    ['2026-Q1', '2025-Q1'],
    ['2024-02-29_2024-03-31', '2023-02-28_2023-03-31'],
  ])('%s was %s a year before', (key, before) => {
    expect(periodAYearBefore(get(key)).key).toBe(before);
  });

  it('is named as the reader names it', () => {
    expect(formatPeriod('en', get('2026-Q3'))).toBe('Q3 2026');
    expect(formatPeriod('zh', get('2026-Q3'))).toBe('2026年第3季度');
    expect(formatPeriod('zh', get('2026-03'))).toBe('2026年3月');
  });
});

describe('the period of a page', () => {
  it('is the last whole quarter against the one before when the address says nothing', () => {
    const choice = choosePeriod(new URLSearchParams(), '2026-11-22');
    expect([choice.period.key, choice.comparedWith?.key]).toEqual(['2026-Q3', '2026-Q2']);
  });

  it('follows the address', () => {
    const choice = choosePeriod(new URLSearchParams('period=2026-03&compare=year'), '2026-11-22');
    expect([choice.period.key, choice.comparedWith?.key]).toEqual(['2026-03', '2025-03']);
  });

  it('is the two dates of a form sent without scripts', () => {
    expect(
      choosePeriod(new URLSearchParams('from=2026-03-05&to=2026-03-07'), '2026-11-22').period.key,
    ).toBe('2026-03-05_2026-03-07');
  });

  it('compares with nothing when asked to', () => {
    expect(
      choosePeriod(new URLSearchParams('compare=none'), '2026-11-22').comparedWith,
    ).toBeUndefined();
  });

  it('may be the last days up to today', () => {
    expect(lastDays(90, '2026-11-22')).toMatchObject({
      startOn: '2026-08-25',
      endOn: '2026-11-22',
    });
    expect(lastDays(1, '2026-03-01').key).toBe('2026-03-01_2026-03-01');
  });

  it('offers the newest first', () => {
    expect(recentPeriods('month', '2026-02-10', 3).map((period) => period.key)).toEqual([
      '2026-02',
      '2026-01',
      '2025-12',
    ]);
  });
});
