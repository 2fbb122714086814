import { Chart } from '../charts/chart';
import { trendOption } from '../charts/trend-option';
import type { ChartTheme } from '../charts/chart-theme';
import { EmptyState } from '../components/empty-state';
import { useLocale, useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { messagesOf, type Locale } from '../../universal/text';
import { formatMetric, formatMetricAxis, shortMetricName } from './metric-format';
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
    formatAxis: (value) => formatMetricAxis(locale, metric.unit, value),
    target: line.target,
    scale: { min: metric.scaleMinimum ?? 0, max: metric.scaleMaximum ?? Infinity },
    isEstimate: metric.unit !== 'COUNT',
    ...(theme ? { theme } : {}),
  });
  return { title, spec };
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
  const { title, spec } = trendSpec({ locale, metric, line, period });
  if (sinceFirstAnswer(line.trend).length === 0) {
    return <EmptyState title={title}>{t.noTrend}</EmptyState>;
  }
  return (
    <Chart spec={spec} title={title} {...(metric.unit === 'COUNT' ? {} : { note: t.trendNote })} />
  );
}
