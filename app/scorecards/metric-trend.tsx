import { Chart } from '../charts/chart';
import { trendOption } from '../charts/trend-option';
import type { ChartTheme } from '../charts/chart-theme';
import { EmptyState } from '../components/empty-state';
import { useLocale, useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { messagesOf, type Locale } from '../../universal/text';
import { formatMetric, formatMetricAxis, scaleOf, shortMetricName } from './metric-format';
import { sinceFirstAnswer, type GridMetric, type Line } from './scorecard';
import { shortPeriod, trendKindWords } from './trend-words';

interface TrendSource {
  locale: Locale;
  metric: GridMetric;
  line: Line;
  period: string;
  theme?: ChartTheme;
}

/** A metric's last twelve periods as a chart, for the screen and for paper. */
export function trendSpec({ locale, metric, line, period, theme }: TrendSource) {
  const t = messagesOf(scorecardMessages, locale);
  const title = t.trendTitle({ metric: shortMetricName(metric), kind: trendKindWords(t, period) });
  const spec = trendOption({
    title,
    locale,
    points: sinceFirstAnswer(line.trend).map(({ period: key, ...score }) => ({
      ...score,
      label: shortPeriod(locale, key),
    })),
    format: (value) => formatMetric(locale, metric.unit, value),
    formatAxis: (value, decimals) => formatMetricAxis(locale, metric.unit, value, decimals),
    scale: scaleOf(metric),
    isEstimate: metric.unit !== 'COUNT',
    ...(theme ? { theme } : {}),
  });
  return { title, spec, missing: missingTrend(locale, line) };
}

/** Why there is no line to draw: nobody answered, or never enough in one period. Undefined where there is one. */
function missingTrend(locale: Locale, { trend }: Line): string | undefined {
  if (trend.some(({ value }) => value !== null)) return undefined;
  const t = messagesOf(scorecardMessages, locale);
  return trend.some(({ n }) => n > 0) ? t.tooFewForTrend : t.noTrend;
}

export function MetricTrend({
  metric,
  line,
  period,
}: {
  metric: GridMetric;
  line: Line;
  period: string;
}) {
  const locale = useLocale();
  const t = useMessages(scorecardMessages);
  const { title, spec, missing } = trendSpec({ locale, metric, line, period });
  if (missing) return <EmptyState title={title}>{missing}</EmptyState>;
  return (
    <Chart spec={spec} title={title} {...(metric.unit === 'COUNT' ? {} : { note: t.trendNote })} />
  );
}
