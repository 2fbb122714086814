import { messagesOf, type Locale } from '../../universal/text';
import { axisRange } from './axis-range';
import { chartMessages } from './chart-messages';
import type { ChartSpec } from './chart-spec';
import { printTheme, screenTheme, type ChartTheme } from './chart-theme';
import { escapeHtml } from './escape-html';
import { everyFew } from './every-few';

export interface LinesInput {
  title: string;
  locale: Locale;
  labels: readonly string[];
  /** The last period runs: what came in so far. */
  isLastPartial?: boolean;
  /** At most five: more cannot be told apart. */
  lines: readonly { name: string; values: readonly (number | null)[] }[];
  format: (value: number) => string;
  /** Shorter, for the axis: with as many decimals as its steps need. */
  formatAxis: (value: number, decimals: number) => string;
  /** Where the scale ends. A score that can be negative gets its zero line. */
  scale: { min: number; max: number };
  theme?: ChartTheme;
}

const printColours = ['#105f6b', '#c65d0e', '#6950a1', '#7a6a00', '#a13670'];
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'arrow'];

/** Up to five lines, each named at its end and with its own mark, so that no legend and no colour is needed to read it. */
export function linesOption({
  title,
  locale,
  labels,
  isLastPartial = false,
  lines,
  format,
  scale,
  formatAxis,
  theme = screenTheme,
}: LinesInput): ChartSpec {
  const t = messagesOf(chartMessages, locale);
  const canBeNegative = scale.min < 0;
  const { min, max, interval, decimals } = axisRange({
    seen: lines.flatMap(({ values }) => values.filter((value) => value !== null)),
    scale,
    hasZero: canBeNegative,
    isCount: false,
  });
  const quiet = { color: theme.quiet, fontSize: theme.fontSize, fontFamily: theme.fontFamily };
  const colourOf = (index: number) =>
    theme === printTheme ? (printColours[index] ?? theme.line) : `var(--series-${index + 1})`;
  const named = labels.map((label, at) =>
    isLastPartial && at === labels.length - 1 ? t.soFar({ period: label }) : label,
  );
  const written = (value: number | null | undefined) =>
    typeof value === 'number' ? format(value) : t.none;
  return {
    option: {
      animation: false,
      grid: {
        left: 8,
        right: 164,
        top: 12,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      tooltip: {
        trigger: 'axis',
        confine: true,
        backgroundColor: theme.surface,
        borderColor: theme.rule,
        textStyle: { ...quiet, color: theme.text },
        formatter: (items: { dataIndex: number }[]) => {
          const at = items[0]?.dataIndex ?? 0;
          const rows = lines.map(
            ({ name, values }) =>
              `<br>${escapeHtml(name)}: <b>${escapeHtml(written(values[at]))}</b>`,
          );
          return `${escapeHtml(named[at] ?? '')}${rows.join('')}`;
        },
      },
      xAxis: {
        type: 'category',
        data: [...labels],
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...quiet, hideOverlap: true, interval: everyFew(labels.length) },
      },
      yAxis: {
        type: 'value',
        min,
        max,
        interval,
        splitLine: { lineStyle: { color: theme.rule } },
        axisLabel: {
          ...quiet,
          formatter: (value: number) => formatAxis(value, decimals),
        },
      },
      series: lines.map(({ name, values }, index) => ({
        type: 'line',
        name,
        data: values.map((value, at) =>
          isLastPartial && value !== null && at === values.length - 1
            ? {
                value,
                itemStyle: {
                  color: theme.surface,
                  borderColor: colourOf(index),
                  borderWidth: 1.5,
                },
              }
            : value,
        ),
        color: colourOf(index),
        lineStyle: { color: colourOf(index), width: 2 },
        itemStyle: { color: colourOf(index), borderColor: colourOf(index) },
        symbol: symbols[index],
        symbolSize: 6,
        showAllSymbol: true,
        emphasis: { disabled: true },
        endLabel: {
          show: true,
          formatter: `${name}`,
          width: 150,
          overflow: 'break',
          color: colourOf(index),
          fontSize: theme.fontSize,
          fontFamily: theme.fontFamily,
          fontWeight: 600,
        },
        labelLayout: { moveOverlap: 'shiftY' },
        ...(canBeNegative && index === 0
          ? {
              markLine: {
                silent: true,
                symbol: 'none',
                data: [
                  {
                    yAxis: 0,
                    lineStyle: { color: theme.quiet, type: 'solid', width: 1 },
                    label: { show: false },
                  },
                ],
              },
            }
          : {}),
      })),
    },
    description: `${title} ${lines.map(({ name, values }) => `${name}: ${written(values.findLast((value) => value !== null))}`).join(locale === 'zh' ? '；' : '; ')}`,
    table: {
      headers: [t.period, ...lines.map(({ name }) => name)],
      rows: named.map((label, at) => [label, ...lines.map(({ values }) => written(values[at]))]),
    },
  };
}
