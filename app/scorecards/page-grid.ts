import { roundTo } from '../../universal/round';
import type { Grid } from './load-grid';
import { sinceFirstAnswer, type GridRow, type Line } from './scorecard';

/** Value, low, high of one period of a sparkline. */
export type Spark = readonly [number | null, number | null, number | null];
export type PageLine = Omit<Line, 'trend'> & { spark: readonly Spark[] };
export type PageRow = Omit<GridRow, 'lines'> & { lines: readonly PageLine[] };

/** Up to five departments of one metric over time. */
export interface PageTrend {
  metricKey: string;
  periods: string[];
  departments: { name: string; values: (number | null)[] }[];
}

export type PageGrid = Omit<Grid, 'rows' | 'whole'> & {
  rows: PageRow[];
  whole: PageRow | null;
  trends: PageTrend[];
};

const round = (value: number | null, decimals: number) =>
  value === null ? null : roundTo(value, decimals);
const short = (value: number | null) => round(value, 2);
const shownAtMost = 5;

/**
 * What is drawn is rounded; what is written is not: rounded twice, it would differ from the file. Without a trend where
 * none is drawn.
 */
export function toPageRow(row: GridRow, hasSparks: boolean): PageRow {
  return {
    ...row,
    lines: row.lines.map(({ trend, ...line }) => ({
      ...line,
      spark: hasSparks
        ? sinceFirstAnswer(trend).map(({ value, low, high }): Spark => [
            short(value),
            short(low),
            short(high),
          ])
        : [],
    })),
  };
}

function trendOf(metricKey: string, rows: readonly GridRow[]): PageTrend {
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
    departments: lines.map(({ name, line }) => ({
      name,
      values: line.trend.slice(-longest.length).map(({ value }) => short(value)),
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
    rows: grid.rows.map((row) => toPageRow(row, view === 'table')),
    whole: grid.whole && toPageRow(grid.whole, false),
    trends:
      view === 'trends'
        ? grid.metrics
            .filter(({ unit }) => unit !== 'COUNT')
            .map(({ key }) => trendOf(key, compared))
        : [],
  };
}
