import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  choosePeriod,
  comparedPeriod,
  isRunning,
  lastDays,
  formatPeriod,
  parsePeriod,
  periodAYearBefore,
  periodBefore,
  periodSoFar,
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

describe('the period compared with', () => {
  it.each([
    // Over: the whole of the other.
    ['2026-Q3', 'previous', '2026-Q2'],
    ['2026-Q1', 'previous', '2025-Q4'],
    ['2026-Q3', 'year', '2025-Q3'],
    ['2026-10-15_2026-11-13', 'previous', '2026-09-15_2026-10-14'],
    ['2024-02-29_2024-02-29', 'year', '2023-02-28_2023-02-28'],
    // Running: the same stretch of it.
    ['2026-Q4', 'previous', '2026-07-01_2026-08-25'],
    ['2026-Q4', 'year', '2025-10-01_2025-11-25'],
    ['2026-11', 'previous', '2026-10-01_2026-10-25'],
    ['2026', 'previous', '2025-01-01_2025-11-25'],
    ['2026-11-20_2026-12-01', 'previous', '2026-11-08_2026-11-13'],
    // Yet to come.
    ['2027-Q1', 'previous', '2026-Q4'],
  ] as const)('of %s (%s) on 25 November 2026 is %s', (key, comparison, expected) => {
    expect(comparedPeriod(get(key), comparison, '2026-11-25')?.key).toBe(expected);
  });

  it.each([
    ['2027-03', 'previous', '2027-03-30', '2027-02'],
    ['2027-03', 'previous', '2027-03-28', '2027-02'],
    ['2027-03', 'previous', '2027-03-27', '2027-02-01_2027-02-27'],
    ['2028-Q1', 'year', '2028-02-29', '2027-01-01_2027-02-28'],
    ['2028', 'year', '2028-03-01', '2027-01-01_2027-03-01'],
    ['2026-Q4', 'previous', '2026-10-01', '2026-07-01_2026-07-01'],
    ['2026-Q4', 'previous', '2026-12-31', '2026-Q3'],
    ['2026-Q1', 'previous', '2026-03-31', '2025-Q4'],
  ] as const)('of %s (%s) on %s is %s', (key, comparison, today, expected) => {
    expect(comparedPeriod(get(key), comparison, today)?.key).toBe(expected);
  });

  it('is absent when nothing is to be compared', () => {
    expect(comparedPeriod(get('2026-Q4'), 'none', '2026-11-25')).toBeUndefined();
  });

  it('lies before, begins as the other does and is never longer than what has passed', () => {
    const days = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-12-31'),
      noInvalidDate: true,
    });
    const lengthOf = ({ startOn, endOn }: { startOn: string; endOn: string }) =>
      (Date.parse(endOn) - Date.parse(startOn)) / 86_400_000 + 1;
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
        fc.constantFrom('previous' as const, 'year' as const),
        (date, kind, comparison) => {
          const today = date.toISOString().slice(0, 10);
          const [period] = recentPeriods(kind, today, 1);
          const soFar = periodSoFar(period!, today);
          const other = comparison === 'year' ? periodAYearBefore(period!) : periodBefore(period!);
          const compared = comparedPeriod(period!, comparison, today)!;
          expect(isRunning(period!, today)).toBe(true);
          expect(soFar.endOn).toBe(today);
          expect(compared.startOn).toBe(other.startOn);
          expect(compared.endOn <= other.endOn).toBe(true);
          expect(compared.endOn < period!.startOn).toBe(true);
          // A leap year is a day longer up to the same day.
          const longest = lengthOf(soFar) + (kind !== 'month' && comparison === 'year' ? 1 : 0);
          if (today < period!.endOn) expect(lengthOf(compared)).toBeLessThanOrEqual(longest);
        },
      ),
      { numRuns: 500, seed: 3 },
    );
  });
});

describe('a run of days', () => {
  it('is written with its year once', () => {
    const write = (locale: 'en' | 'zh', key: string) => formatPeriod(locale, get(key));
    expect(write('en', '2026-10-01_2026-11-25')).toBe('1 Oct – 25 Nov 2026');
    expect(write('zh', '2026-10-01_2026-11-25')).toBe('2026年10月1日至11月25日');
    expect(write('en', '2025-12-20_2026-01-05')).toBe('20 Dec 2025 – 5 Jan 2026');
    expect(write('zh', '2025-12-20_2026-01-05')).toBe('2025年12月20日至2026年1月5日');
    expect(write('en', '2026-10-01_2026-10-01')).toBe('1 Oct 2026');
  });
});

describe('the period of a page', () => {
  it('is the last whole quarter against the one before when the address says nothing', () => {
    const choice = choosePeriod(new URLSearchParams(), '2026-11-22');
    expect([choice.period.key, choice.comparison]).toEqual(['2026-Q3', 'previous']);
  });

  it('follows the address', () => {
    const choice = choosePeriod(new URLSearchParams('period=2026-03&compare=year'), '2026-11-22');
    expect([choice.period.key, choice.comparison]).toEqual(['2026-03', 'year']);
  });

  it('is the two dates of a form sent without scripts', () => {
    expect(
      choosePeriod(new URLSearchParams('from=2026-03-05&to=2026-03-07'), '2026-11-22').period.key,
    ).toBe('2026-03-05_2026-03-07');
  });

  it('compares with nothing when asked to', () => {
    expect(choosePeriod(new URLSearchParams('compare=none'), '2026-11-22').comparison).toBe('none');
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
