import type { EChartsCoreOption } from 'echarts/core';

/** A chart and what it says without being seen: the sentence for a screen reader and the numbers behind it. */
export interface ChartSpec {
  option: EChartsCoreOption;
  description: string;
  table: { headers: readonly string[]; rows: readonly (readonly string[])[] };
}
