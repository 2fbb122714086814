import { printTheme } from '../../charts/chart-theme';
import { drawOnServer } from '../../charts/drawing';
import type { ReportChart } from '../../../server/files.server';
import type { Locale } from '../../../universal/text';
import { trendSpec } from '../metric-trend';
import type { GridMetric, Line } from '../scorecard';

const size = { width: 380, height: 138 };

/** A metric over time, for paper. Without a value in any period it says so instead of showing empty axes. */
export function trendChart(
  locale: Locale,
  metric: GridMetric,
  line: Line,
  period: string,
): ReportChart {
  const { title, spec, missing } = trendSpec({ locale, metric, line, period, theme: printTheme });
  if (missing) return { title, svg: null, alt: missing, ...size };
  return { title, svg: drawOnServer(spec, size), alt: spec.description, ...size };
}
