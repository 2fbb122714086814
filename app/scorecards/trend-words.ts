import { formatPeriod, parsePeriod } from '../../universal/period';
import { formatMonth } from '../../universal/format';
import type { Locale } from '../../universal/text';
import type { scorecardMessages } from '../locales/scorecards';

type Words = (typeof scorecardMessages)['en'];

/** A period as short as an axis wants it. */
export function shortPeriod(locale: Locale, key: string): string {
  const period = parsePeriod(key);
  if (!period) return key;
  return period.kind === 'month'
    ? formatMonth(locale, period.key, 'short')
    : formatPeriod(locale, period);
}

export function periodWords(locale: Locale, key: string): string {
  const period = parsePeriod(key);
  return period ? formatPeriod(locale, period) : key;
}

/** What a trend counts in: "months", "quarters", "years". */
export function trendKindWords(t: Words, key: string): string {
  const kind = parsePeriod(key)?.kind;
  return kind === 'quarter' ? t.kindQuarter : kind === 'year' ? t.kindYear : t.kindMonth;
}
