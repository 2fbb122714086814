import type { ReportCell, ReportSection } from '../../../server/files.server';
import { messagesOf, type Locale } from '../../../universal/text';
import { printTheme } from '../../charts/chart-theme';
import { scorecardMessages } from '../../locales/scorecards';
import { heatCells, type HeatCell } from '../heat-cells';
import { shortMetricName } from '../metric-format';
import type { GridMetric, GridRow } from '../scorecard';

interface HeatSection {
  locale: Locale;
  metrics: readonly GridMetric[];
  rows: readonly (GridRow & { depth: number })[];
  whole: GridRow | null;
}

function shadedCell({ text, interval, step, palette, isUnsure }: HeatCell): ReportCell {
  const look = step === null ? undefined : printTheme[palette][step];
  return {
    text,
    ...(interval ? { second: interval } : {}),
    ...(look ? { shade: { ...look, isOutline: isUnsure } } : {}),
  };
}

/** The heat map on paper: the same cells as on the screen, each with its interval in words. */
export function heatSection({ locale, metrics, rows, whole }: HeatSection): ReportSection {
  const t = messagesOf(scorecardMessages, locale);
  const cells = heatCells({ locale, metrics, rows, whole });
  return {
    kind: 'table',
    heading: t.heatTitle,
    note: t.heatPaperNote,
    columns: [
      { header: t.department, weight: 2 },
      ...metrics.map((metric) => ({ header: shortMetricName(metric), weight: 1 })),
    ],
    rows: rows.map(({ name, depth }, index) => [
      { text: name, indent: depth },
      ...(cells[index] ?? []).map(shadedCell),
    ]),
  };
}
