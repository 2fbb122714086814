import { decimalsOf } from '../../universal/analytics/metric-decimals';
import { roundTo } from '../../universal/round';
import type { Grid } from './load-grid';
import { sinceFirstAnswer, type GridMetric, type GridRow, type Line } from './scorecard';

/** Value, low, high of one period of a sparkline. */
export type Spark = readonly [number | null, number | null, number | null];
export type PageLine = Omit<Line, 'trend'> & {
  spark: readonly Spark[];
  /** The last of them is of a period that runs. */
  isSparkPartial: boolean;
};
export type PageRow = Omit<GridRow, 'lines'> & { lines: readonly PageLine[] };

/** Up to five departments of one metric over time. */
export interface PageTrend {
  metricKey: string;
  periods: string[];
  /** The last of them runs. */
  isPartial: boolean;
  departments: { name: string; values: (number | null)[] }[];
}

export type PageGrid = Omit<Grid, 'rows' | 'whole'> & {
  rows: PageRow[];
  whole: PageRow | null;
  trends: PageTrend[];
};

type Units = readonly Pick<GridMetric, 'key' | 'unit'>[];

/** Rounds numbers of a metric as they will be written: rounded to anything finer, some would be written otherwise. */
function rounding(metrics: Units, metricKey: string) {
  const unit = metrics.find(({ key }) => key === metricKey)?.unit ?? 'SCORE';
  return (value: number | null) => (value === null ? null : roundTo(value, decimalsOf(unit)));
}

const shownAtMost = 5;

/** Rounded as it will be written, and without a trend where none is drawn. */
export function toPageRow(row: GridRow, metrics: Units, hasSparks: boolean): PageRow {
  return {
    ...row,
    lines: row.lines.map(({ trend, ...line }) => {
      const round = rounding(metrics, line.metricKey);
      return {
        ...line,
        current: {
          ...line.current,
          value: round(line.current.value),
          low: round(line.current.low),
          high: round(line.current.high),
        },
        change: line.change && {
          ...line.change,
          difference: round(line.change.difference) ?? 0,
          low: round(line.change.low),
          high: round(line.change.high),
        },
        spark: hasSparks
          ? sinceFirstAnswer(trend).map(({ value, low, high }): Spark => [
              round(value),
              round(low),
              round(high),
            ])
          : [],
        isSparkPartial: trend.at(-1)?.isPartial ?? false,
      };
    }),
  };
}

function trendOf(metricKey: string, metrics: Units, rows: readonly GridRow[]): PageTrend {
  const round = rounding(metrics, metricKey);
  const lines = rows.flatMap(({ name, lines: own }) =>
    own
      .filter((line) => line.metricKey === metricKey && line.trend.some(({ n }) => n > 0))
      .map((line) => ({ name, line })),
  );
  const longest =
    lines.map(({ line }) => sinceFirstAnswer(line.trend)).sort((a, b) => b.length - a.length)[0] ??
    [];
  return {
    metricKey,
    periods: longest.map(({ period }) => period),
    isPartial: longest.at(-1)?.isPartial ?? false,
    departments: lines.map(({ name, line }) => ({
      name,
      values: line.trend.slice(-longest.length).map(({ value }) => round(value)),
    })),
  };
}

/** Only what the chosen view draws: the rest would be half the page's weight. */
export function toPageGrid(grid: Grid): PageGrid {
  const { view } = grid.choice;
  // The whole would run through the middle of its own parts.
  const others = grid.rows.filter(({ departmentId }) => departmentId !== grid.whole?.departmentId);
  const parts = others.length > 0 ? others : grid.rows;
  const topmost = Math.min(...parts.map(({ level }) => level));
  const compared = parts.filter(({ level }) => level === topmost).slice(0, shownAtMost);
  return {
    ...grid,
    rows: grid.rows.map((row) => toPageRow(row, grid.metrics, view === 'table')),
    whole: grid.whole && toPageRow(grid.whole, grid.metrics, false),
    trends:
      view === 'trends'
        ? grid.metrics
            .filter(({ unit }) => unit !== 'COUNT')
            .map(({ key }) => trendOf(key, grid.metrics, compared))
        : [],
  };
}
