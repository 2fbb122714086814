import type { ChartTheme } from './chart-theme';

interface TargetSteps {
  /** The target of each period; null where none was in force. */
  targets: readonly (number | null)[];
  theme: ChartTheme;
  /** What stands in the margin beside the newest target. */
  label: (target: number) => string;
}

/** A target that stands alone has no neighbour to draw a line to: a dash stands for it. */
const dash = { symbol: 'rect', symbolSize: [14, 1.5] };

/** The target of each period as a stepped line, which changes between the periods; nothing without a target. */
export function targetSteps({ targets, theme, label }: TargetSteps): object[] {
  if (targets.every((target) => target === null)) return [];
  const isAlone = (at: number) =>
    (targets[at - 1] ?? null) === null && (targets[at + 1] ?? null) === null;
  return [
    {
      type: 'line',
      name: 'target',
      silent: true,
      step: 'middle',
      data: targets.map((target, at) =>
        target !== null && isAlone(at) ? { value: target, ...dash } : target,
      ),
      color: theme.target,
      lineStyle: { color: theme.target, type: [5, 4], width: 1.5 },
      itemStyle: { color: theme.target },
      symbol: 'none',
      showAllSymbol: true,
      endLabel: {
        show: true,
        formatter: (item: { value: number }) => label(item.value),
        color: theme.target,
        fontSize: theme.fontSize,
        fontFamily: theme.fontFamily,
      },
      labelLayout: { moveOverlap: 'shiftY' },
    },
  ];
}
