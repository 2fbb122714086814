import { messagesOf, type Locale } from '../../universal/text';
import { chartMessages } from './chart-messages';
import type { ChartSpec } from './chart-spec';
import { screenTheme, type ChartTheme, type HeatStep } from './chart-theme';

export interface HeatCell {
  /** What stands in the cell. */
  text: string;
  /** Null: nothing to judge, the cell stays without a colour. */
  step: number | null;
}

export interface HeatMapInput {
  title: string;
  locale: Locale;
  rows: readonly { name: string; cells: readonly HeatCell[] }[];
  columns: readonly { name: string; palette: 'heat' | 'amount' }[];
  theme?: ChartTheme;
  /** Draws names and headings too, where no text stands beside the cells. */
  hasNames?: boolean;
}

/** Departments × metrics as coloured cells with their numbers. Only the cells: names and headings are real text beside them. */
export function heatMapOption({
  title,
  locale,
  rows,
  columns,
  theme = screenTheme,
  hasNames = false,
}: HeatMapInput): ChartSpec {
  const t = messagesOf(chartMessages, locale);
  const looks: HeatStep[] = [theme.empty, ...theme.heat, ...theme.amount];
  const lookOf = (cell: HeatCell, column: number) =>
    cell.step === null
      ? 0
      : 1 + cell.step + (columns[column]?.palette === 'amount' ? theme.heat.length : 0);
  const label = { color: theme.text, fontSize: theme.fontSize, fontFamily: theme.fontFamily };
  const axis = {
    type: 'category',
    show: hasNames,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: label,
  } as const;
  return {
    option: {
      animation: false,
      grid: hasNames
        ? { left: 170, right: 0, top: 22, bottom: 0 }
        : { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { ...axis, position: 'top', data: columns.map(({ name }) => name) },
      yAxis: {
        ...axis,
        axisLabel: { ...label, formatter: (name: string) => name.replace(/^\d+ /, '') },
        data: rows.map(({ name }, index) => `${index} ${name}`),
        inverse: true,
      },
      visualMap: {
        type: 'piecewise',
        show: false,
        dimension: 2,
        pieces: looks.map(({ fill }, value) => ({ value, color: fill })),
      },
      series: [
        {
          type: 'heatmap',
          silent: true,
          emphasis: { disabled: true },
          itemStyle: { borderColor: theme.surface, borderWidth: 2 },
          data: rows.flatMap(({ cells }, row) =>
            cells.map((cell, column) => {
              const look = lookOf(cell, column);
              return {
                value: [column, row, look],
                label: {
                  show: true,
                  formatter: cell.text,
                  color: looks[look]?.ink ?? theme.text,
                  fontFamily: theme.fontFamily,
                  fontSize: theme.fontSize + 1,
                },
              };
            }),
          ),
        },
      ],
    },
    description: t.heatText({
      title,
      rows: String(rows.length),
      columns: columns.map(({ name }) => name).join(locale === 'zh' ? '、' : ', '),
    }),
    table: {
      headers: ['', ...columns.map(({ name }) => name)],
      rows: rows.map(({ name, cells }) => [name, ...cells.map(({ text }) => text)]),
    },
  };
}
