import { roundTo } from './round';
import { languageTag, type Locale } from './text';

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale}${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known) return known as Intl.NumberFormat;
  const made = new Intl.NumberFormat(languageTag(locale), options);
  cache.set(key, made);
  return made;
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale}${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known) return known as Intl.DateTimeFormat;
  const made = new Intl.DateTimeFormat(languageTag(locale), options);
  cache.set(key, made);
  return made;
}

/** A count: no decimals, grouped as the reader expects. */
export function formatCount(locale: Locale, value: number): string {
  return numberFormat(locale, { maximumFractionDigits: 0 })
    .format(roundTo(value, 0))
    .replace('-', '−');
}

/** An index such as NPS or a mean: one decimal unless told otherwise, a real minus sign. */
export function formatNumber(locale: Locale, value: number, decimals = 1): string {
  return numberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
    .format(roundTo(value, decimals))
    .replace('-', '−');
}

/** A change: always with its sign; zero carries none. */
export function formatDelta(locale: Locale, value: number, decimals = 1): string {
  return numberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  })
    .format(roundTo(value, decimals))
    .replace('-', '−');
}

/** A value of 0–100 as per cent. */
export function formatPercent(locale: Locale, value: number, decimals = 1): string {
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
    .format(roundTo(value, decimals) / 100)
    .replace('-', '−');
}

function toDate(value: Date | string): Date {
  // A plain day has no zone of its own; reading it at UTC noon keeps it that day when formatted in UTC.
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return new Date(`${value}T12:00:00Z`);
  return typeof value === 'string' ? new Date(value) : value;
}

const isPlainDay = (value: Date | string): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** 12 March 2026, 2026年3月12日. A plain day (`2026-03-12`) stays that day whatever the zone. */
export function formatDate(locale: Locale, value: Date | string, timeZone = 'UTC'): string {
  return dateFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: isPlainDay(value) ? 'UTC' : timeZone,
  }).format(toDate(value));
}

/** A run of plain days, the year once where both are of the same: 1 Oct – 25 Nov 2026, 2026年10月1日至11月25日. */
export function formatDays(locale: Locale, from: string, to: string): string {
  const write = (day: string, hasYear: boolean) =>
    dateFormat(locale, {
      ...(hasYear ? { year: 'numeric' } : {}),
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(toDate(day));
  if (from === to) return write(from, true);
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  // The year stands where the language has it: behind in English, before in Chinese.
  return locale === 'zh'
    ? `${write(from, true)}至${write(to, !isOneYear)}`
    : `${write(from, !isOneYear)} – ${write(to, true)}`;
}

/** A moment to the minute in the given zone. */
export function formatDateTime(locale: Locale, value: Date | string, timeZone: string): string {
  return dateFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone,
  }).format(toDate(value));
}

/** March 2026, 2026年3月; takes `2026-03` or `2026-03-01`. */
export function formatMonth(
  locale: Locale,
  month: string,
  style: 'long' | 'short' = 'long',
): string {
  return dateFormat(locale, { year: 'numeric', month: style, timeZone: 'UTC' }).format(
    new Date(`${month.slice(0, 7)}-15T12:00:00Z`),
  );
}

/** "3 days ago", "2小时前", from the largest unit that fits. */
export function formatRelativeTime(locale: Locale, value: Date | string, now: Date): string {
  const seconds = (toDate(value).getTime() - now.getTime()) / 1000;
  const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(languageTag(locale), { numeric: 'auto' }).format(
    Math.round(seconds / size),
    unit,
  );
}
