import { Chart } from '../charts/chart';
import { linesOption } from '../charts/lines-option';
import { EmptyState } from '../components/empty-state';
import { useLocale, useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { formatMetric, formatMetricAxis, scaleOf, shortMetricName } from './metric-format';
import type { PageGrid } from './page-grid';
import { shortPeriod, trendKindWords } from './trend-words';
import classes from './trends-view.module.css';

/** Where each of the topmost departments is going, a chart per metric. */
export function TrendsView({ grid }: { grid: PageGrid }) {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  const count = grid.trends[0]?.departments.length ?? 0;
  return (
    <>
      <p className={`quiet small ${classes.note}`}>
        {t.trendsNote({ count: String(count), kind: trendKindWords(t, grid.period) })}
      </p>
      <div className={classes.charts}>
        {grid.trends.map(({ metricKey, periods, isPartial, departments }) => {
          const metric = grid.metrics.find(({ key }) => key === metricKey);
          if (!metric) return null;
          const title = t.trendsTitle({ metric: shortMetricName(metric) });
          const hasLine = departments.some(({ values }) => values.some((value) => value !== null));
          if (!hasLine) {
            return (
              <EmptyState key={metricKey} title={title}>
                {departments.length === 0 ? t.noTrend : t.tooFewForTrend}
              </EmptyState>
            );
          }
          const spec = linesOption({
            title,
            locale,
            labels: periods.map((key) => shortPeriod(locale, key)),
            isLastPartial: isPartial,
            lines: departments,
            format: (value) => formatMetric(locale, metric.unit, value),
            formatAxis: (value, decimals) => formatMetricAxis(locale, metric.unit, value, decimals),
            scale: scaleOf(metric),
          });
          return <Chart key={metricKey} spec={spec} title={title} height={260} />;
        })}
      </div>
    </>
  );
}
