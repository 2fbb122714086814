import { formatCount } from '../../universal/format';
import { messagesOf, type Locale } from '../../universal/text';
import type { HeatPalette } from '../charts/heat-cell-style';
import { amountScale, heatScale } from '../charts/heat-scale';
import { scorecardMessages } from '../locales/scorecards';
import { formatMetric } from './metric-format';
import { lineOf, type GridMetric, type Line } from './scorecard';

interface HeatRow {
  name: string;
  lines: readonly Pick<Line, 'metricKey' | 'current'>[];
}

interface HeatSource {
  locale: Locale;
  metrics: readonly GridMetric[];
  rows: readonly HeatRow[];
  whole: HeatRow | null;
}

export interface HeatCell {
  /** What stands in the cell. */
  text: string;
  /** Null: nothing to judge, the cell stays without a colour. */
  step: number | null;
  palette: HeatPalette;
  /** The interval reaches the value that the colours measure from: better or worse cannot be told. */
  isUnsure: boolean;
  /** The interval in words; null where there is none. */
  interval: string | null;
}

/** Rows of cells in the order of the metrics: scores by their distance from the whole, counts by their size. */
export function heatCells({ locale, metrics, rows, whole }: HeatSource): HeatCell[][] {
  const t = messagesOf(scorecardMessages, locale);
  const columns = metrics.map(({ key, unit, direction }) => {
    const values = rows.map((row) => lineOf(row, key)?.current.value ?? null);
    if (unit === 'COUNT')
      return { reference: null, palette: 'amount' as const, stepOf: amountScale(values) };
    const known = values.filter((value) => value !== null);
    const reference =
      (whole && lineOf(whole, key)?.current.value) ??
      known.sort((a, b) => a - b)[Math.floor(known.length / 2)] ??
      null;
    const stepOf = heatScale({ values, reference, lowerIsBetter: direction === 'LOWER' });
    return { reference, palette: 'heat' as const, stepOf };
  });
  return rows.map((row) =>
    metrics.flatMap(({ key, unit }, index): HeatCell[] => {
      const column = columns[index];
      if (!column) return [];
      const { reference, palette, stepOf } = column;
      const { value = null, n = 0, low = null, high = null } = lineOf(row, key)?.current ?? {};
      const write = (number: number) => formatMetric(locale, unit, number);
      const hasInterval = value !== null && low !== null && high !== null;
      return [
        {
          text:
            value === null
              ? n > 0
                ? t.n({ n: formatCount(locale, n) })
                : '–'
              : formatMetric(locale, unit, value),
          step: stepOf(value),
          palette,
          // The whole itself lies at no distance, which is nothing to be unsure of.
          isUnsure:
            hasInterval &&
            reference !== null &&
            value !== reference &&
            low <= reference &&
            reference <= high,
          interval: hasInterval ? t.intervalShort({ low: write(low), high: write(high) }) : null,
        },
      ];
    }),
  );
}
