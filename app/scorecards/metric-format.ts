import { decimalsOf } from '../../universal/analytics/metric-decimals';
import { formatCount, formatDelta, formatNumber, formatPercent } from '../../universal/format';
import { messagesOf, type Locale } from '../../universal/text';
import { scorecardMessages } from '../locales/scorecards';

export type MetricUnit = 'POINTS' | 'PERCENT' | 'SCORE' | 'COUNT';

export function formatMetric(locale: Locale, unit: MetricUnit, value: number): string {
  if (unit === 'COUNT') return formatCount(locale, value);
  if (unit === 'PERCENT') return formatPercent(locale, value, decimalsOf(unit));
  return formatNumber(locale, value, decimalsOf(unit));
}

/** For an axis: no more decimals than its steps need, and no fewer. */
export function formatMetricAxis(
  locale: Locale,
  unit: MetricUnit,
  value: number,
  decimals: number,
): string {
  if (unit === 'PERCENT') return formatPercent(locale, value, decimals);
  return unit === 'COUNT' ? formatCount(locale, value) : formatNumber(locale, value, decimals);
}

/** Where the axis of a metric ends; a count has no upper end. */
export function scaleOf({
  scaleMinimum,
  scaleMaximum,
}: {
  scaleMinimum: number | null;
  scaleMaximum: number | null;
}): { min: number; max: number } {
  return { min: scaleMinimum ?? 0, max: scaleMaximum ?? Infinity };
}

/** The names that people say, where the catalogue's are long; a column has no room for those. */
const shortNames: Readonly<Record<string, string>> = { nps: 'NPS', csat: 'CSAT', ces: 'CES' };

export function shortMetricName({ key, name }: { key: string; name: string }): string {
  return shortNames[key] ?? name;
}

/** A difference: of percentages in percentage points, named as such. */
export function formatMetricChange(locale: Locale, unit: MetricUnit, difference: number): string {
  const written = formatDelta(locale, difference, decimalsOf(unit));
  return unit === 'PERCENT'
    ? messagesOf(scorecardMessages, locale).points({ value: written })
    : written;
}
