import { formatDays, formatMonth } from './format';
import type { Locale } from './text';

export type PeriodKind = 'month' | 'quarter' | 'year' | 'custom';
export type Comparison = 'previous' | 'year' | 'none';

/** A run of whole days, both ends included, as the address and the period control name it. */
export interface Period {
  kind: PeriodKind;
  /** `2026-03`, `2026-Q1`, `2026` or `2026-03-05_2026-04-01`. */
  key: string;
  startOn: string;
  endOn: string;
}

export interface PeriodChoice {
  period: Period;
  comparison: Comparison;
}

const dayMs = 86_400_000;
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);
const addDays = (day: string, days: number) => dayOf(new Date(utc(day).getTime() + days * dayMs));

function isDay(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(utc(value).getTime()) &&
    dayOf(utc(value)) === value
  );
}

/** `count` whole months that begin with the given one; `month` counts from 0 and may run over either end of the year. */
function monthsFrom(
  year: number,
  month: number,
  count: number,
): { startOn: string; endOn: string } {
  return {
    startOn: dayOf(new Date(Date.UTC(year, month, 1))),
    endOn: dayOf(new Date(Date.UTC(year, month + count, 0))),
  };
}

export function monthPeriod(year: number, month: number): Period {
  const days = monthsFrom(year, month - 1, 1);
  return { kind: 'month', key: days.startOn.slice(0, 7), ...days };
}

export function quarterPeriod(year: number, quarter: number): Period {
  const days = monthsFrom(year, (quarter - 1) * 3, 3);
  const start = utc(days.startOn);
  return {
    kind: 'quarter',
    key: `${start.getUTCFullYear()}-Q${Math.floor(start.getUTCMonth() / 3) + 1}`,
    ...days,
  };
}

export function yearPeriod(year: number): Period {
  return { kind: 'year', key: String(year), ...monthsFrom(year, 0, 12) };
}

export function customPeriod(startOn: string, endOn: string): Period {
  return { kind: 'custom', key: `${startOn}_${endOn}`, startOn, endOn };
}

/** Reads a period's key; undefined when it is none. A custom period turned round is put right. */
export function parsePeriod(key: string): Period | undefined {
  const month = /^(\d{4})-(\d{2})$/.exec(key);
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12)
    return monthPeriod(Number(month[1]), Number(month[2]));
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  if (quarter) return quarterPeriod(Number(quarter[1]), Number(quarter[2]));
  if (/^\d{4}$/.test(key)) return yearPeriod(Number(key));
  const [from = '', to = ''] = key.split('_');
  if (!isDay(from) || !isDay(to)) return undefined;
  return from <= to ? customPeriod(from, to) : customPeriod(to, from);
}

/** The period of the same kind directly before. A custom one is moved back by its own length. */
export function periodBefore(period: Period): Period {
  const start = utc(period.startOn);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth();
  switch (period.kind) {
    case 'month':
      return monthPeriod(year, month);
    case 'quarter':
      return quarterPeriod(year, month / 3);
    case 'year':
      return yearPeriod(year - 1);
    case 'custom': {
      const days = (utc(period.endOn).getTime() - start.getTime()) / dayMs + 1;
      return customPeriod(addDays(period.startOn, -days), addDays(period.startOn, -1));
    }
  }
}

/** The same day a year earlier, with 29 February read as the 28th. */
function dayAYearBefore(day: string): string {
  const moved = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return isDay(moved) ? moved : `${moved.slice(0, 8)}28`;
}

/** The same months a year earlier; for own dates the same days. */
export function periodAYearBefore(period: Period): Period {
  if (period.kind === 'custom')
    return customPeriod(dayAYearBefore(period.startOn), dayAYearBefore(period.endOn));
  return parsePeriod(period.key.replace(/^\d{4}/, (year) => String(Number(year) - 1))) ?? period;
}

/** Whether the period has begun and not ended: what it holds is what came in so far. */
export function isRunning({ startOn, endOn }: Period, today: string): boolean {
  return startOn <= today && today <= endOn;
}

/** The days of the period up to today while it runs; a period that is over, or has not begun, as a whole. */
export function periodSoFar(period: Period, today: string): Period {
  return isRunning(period, today) && today < period.endOn
    ? customPeriod(period.startOn, today)
    : period;
}

/**
 * What a period is compared with; undefined when with nothing. A running one is compared with the same stretch of the
 * other: as many days from its start, or up to the same day a year earlier, and never beyond its end.
 */
export function comparedPeriod(
  period: Period,
  comparison: Comparison,
  today: string,
): Period | undefined {
  if (comparison === 'none') return undefined;
  const other = comparison === 'year' ? periodAYearBefore(period) : periodBefore(period);
  const { endOn } = periodSoFar(period, today);
  if (endOn === period.endOn) return other;
  const days = (utc(endOn).getTime() - utc(period.startOn).getTime()) / dayMs;
  const until = comparison === 'year' ? dayAYearBefore(endOn) : addDays(other.startOn, days);
  return until < other.endOn ? customPeriod(other.startOn, until) : other;
}

/** The last months, quarters or years up to and including the one that holds `today`, newest first. */
export function recentPeriods(
  kind: Exclude<PeriodKind, 'custom'>,
  today: string,
  count: number,
): Period[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const newest =
    kind === 'month'
      ? monthPeriod(year, month)
      : kind === 'quarter'
        ? quarterPeriod(year, Math.ceil(month / 3))
        : yearPeriod(year);
  const periods = [newest];
  while (periods.length < count) periods.push(periodBefore(periods.at(-1) ?? newest));
  return periods;
}

/** The period that the address asks for (`?period=2026-Q3`), if it asks for one. */
export function askedPeriod(search: URLSearchParams): Period | undefined {
  // A form without scripts sends its two dates apart.
  return parsePeriod(
    search.get('period') ?? `${search.get('from') ?? ''}_${search.get('to') ?? ''}`,
  );
}

/** So many days up to and including a day. */
export function lastDays(count: number, today: string): Period {
  return customPeriod(addDays(today, 1 - count), today);
}

/** The newest quarter that is over. */
export function lastWholeQuarter(today: string): Period {
  return recentPeriods('quarter', today, 2)[1]!;
}

/** What the address asks for (`?period=2026-Q3&compare=year`). Without a word: the last whole quarter against the one before. */
export function choosePeriod(search: URLSearchParams, today: string): PeriodChoice {
  const period = askedPeriod(search) ?? lastWholeQuarter(today);
  const against = search.get('compare');
  const comparison: Comparison = against === 'year' || against === 'none' ? against : 'previous';
  return { period, comparison };
}

/** March 2026 · Q1 2026 · 2026 · 5 Mar – 1 Apr 2026, as the reader writes it. */
export function formatPeriod(locale: Locale, period: Period): string {
  const year = Number(period.startOn.slice(0, 4));
  const quarter = Math.ceil(Number(period.startOn.slice(5, 7)) / 3);
  switch (period.kind) {
    case 'month':
      return formatMonth(locale, period.key);
    case 'quarter':
      return locale === 'zh' ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`;
    case 'year':
      return locale === 'zh' ? `${year}年` : String(year);
    case 'custom':
      return formatDays(locale, period.startOn, period.endOn);
  }
}
