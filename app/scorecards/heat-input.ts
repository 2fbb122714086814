import { amountScale, heatScale } from '../charts/heat-scale';
import type { HeatMapInput } from '../charts/heat-map-option';
import { formatCount } from '../../universal/format';
import type { Locale } from '../../universal/text';
import { formatMetric, shortMetricName } from './metric-format';
import { lineOf, type GridMetric, type Line } from './scorecard';

interface HeatRow {
  name: string;
  lines: readonly Pick<Line, 'metricKey' | 'current'>[];
}

interface HeatSource {
  title: string;
  locale: Locale;
  metrics: readonly GridMetric[];
  rows: readonly HeatRow[];
  whole: HeatRow | null;
}

/** The grid as cells of the heat map: scores by their distance from the whole, counts by their size. */
export function heatInput({ title, locale, metrics, rows, whole }: HeatSource): HeatMapInput {
  const scales = metrics.map(({ key, unit, direction }) => {
    const values = rows.map((row) => lineOf(row, key)?.current.value ?? null);
    const known = values.filter((value) => value !== null);
    const reference =
      (whole && lineOf(whole, key)?.current.value) ??
      known.sort((a, b) => a - b)[Math.floor(known.length / 2)] ??
      null;
    return unit === 'COUNT'
      ? amountScale(values)
      : heatScale({ values, reference, lowerIsBetter: direction === 'LOWER' });
  });
  return {
    title,
    locale,
    columns: metrics.map((metric) => ({
      name: shortMetricName(metric),
      palette: metric.unit === 'COUNT' ? 'amount' : 'heat',
    })),
    rows: rows.map((row) => ({
      name: row.name,
      cells: metrics.map(({ key, unit }, column) => {
        const current = lineOf(row, key)?.current;
        const value = current?.value ?? null;
        const few = current && current.n > 0 ? `n = ${formatCount(locale, current.n)}` : '–';
        return {
          text: value === null ? few : formatMetric(locale, unit, value),
          step: scales[column]?.(value) ?? null,
        };
      }),
    })),
  };
}
