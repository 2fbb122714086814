import { printTheme } from '../../charts/chart-theme';
import type { ChartSpec } from '../../charts/chart-spec';
import { drawOnServer } from '../../charts/drawing';
import { heatMapOption } from '../../charts/heat-map-option';
import type { ReportChart } from '../../../server/files.server';
import type { Locale } from '../../../universal/text';
import { trendSpec } from '../metric-trend';
import type { GridMetric, Line } from '../scorecard';
import type { HeatMapInput } from '../../charts/heat-map-option';

function reportChart(
  title: string,
  spec: ChartSpec,
  size: { width: number; height: number },
): ReportChart {
  return { title, svg: drawOnServer(spec, size), alt: spec.description, ...size };
}

/** A metric over time, for paper. */
export function trendChart(
  locale: Locale,
  metric: GridMetric,
  line: Line,
  period: string,
): ReportChart {
  const { title, spec } = trendSpec({ locale, metric, line, period, theme: printTheme });
  return reportChart(title, spec, { width: 380, height: 138 });
}

/** The heat map with its names, for paper. */
export function heatChart(input: HeatMapInput): ReportChart {
  const spec = heatMapOption({ ...input, theme: printTheme, hasNames: true });
  return reportChart(input.title, spec, { width: 760, height: 24 + input.rows.length * 18 });
}
