import { formatCount } from '../../universal/format';
import { messagesOf, type Locale } from '../../universal/text';
import { axisRange } from './axis-range';
import { chartMessages } from './chart-messages';
import type { ChartSpec } from './chart-spec';
import { screenTheme, type ChartTheme } from './chart-theme';
import { escapeHtml } from './escape-html';
import { everyFew } from './every-few';
import { targetSteps } from './target-steps';

export interface TrendPoint {
  /** The period as the axis names it. */
  label: string;
  /** Null where nobody answered, or where too few did. */
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  /** How many people gave the n answers; absent where each is somebody else's. */
  people?: number;
  /** In force in that period. */
  target?: number | null;
  /** The period runs: what came in so far. */
  isPartial?: boolean;
}

export interface TrendInput {
  /** What the chart says, as a sentence or a question. */
  title: string;
  locale: Locale;
  points: readonly TrendPoint[];
  format: (value: number) => string;
  /** Shorter, for the axis: with as many decimals as its steps need. */
  formatAxis: (value: number, decimals: number) => string;
  /** Where the scale ends: nothing is drawn beyond it. */
  scale: { min: number; max: number };
  theme?: ChartTheme;
  /** A count is no estimate: it has no interval and cannot be too few. */
  isEstimate?: boolean;
}

const known = (values: readonly (number | null | undefined)[]) =>
  values.filter((value): value is number => typeof value === 'number');

/**
 * One metric over time: the line, its interval as a band, the target of each period as a named step, the last value
 * beside its point, which is hollow while its period runs.
 */
export function trendOption(input: TrendInput): ChartSpec {
  const {
    locale,
    points,
    format,
    formatAxis,
    scale,
    theme = screenTheme,
    isEstimate = true,
  } = input;
  const t = messagesOf(chartMessages, locale);
  const { min, max, interval, decimals } = axisRange({
    seen: known(points.flatMap(({ value, low, high, target }) => [value, low, high, target])),
    scale,
    hasZero: scale.min < 0 || !isEstimate,
    isCount: !isEstimate,
  });
  const quiet = { color: theme.quiet, fontSize: theme.fontSize, fontFamily: theme.fontFamily };
  const hollow = { color: theme.surface, borderColor: theme.line, borderWidth: 1.5 };
  const hidden = {
    type: 'line',
    silent: true,
    symbol: 'none',
    stack: 'band',
    stackStrategy: 'all',
    lineStyle: { opacity: 0 },
  };
  const targets = points.map(({ target }) => target ?? null);
  const hasTarget = targets.some((target) => target !== null);
  const named = ({ label, isPartial }: TrendPoint) =>
    isPartial ? t.soFar({ period: label }) : label;
  const lines =
    scale.min < 0 && max > 0
      ? [
          {
            yAxis: 0,
            lineStyle: { color: theme.quiet, type: 'solid', width: 1 },
            label: { show: false },
          },
        ]
      : [];
  const counts = ({ n, people = n }: TrendPoint) => ({
    n: formatCount(locale, n),
    people: formatCount(locale, people),
  });
  const sampleWords = (point: TrendPoint) =>
    point.people !== undefined && point.people < point.n
      ? t.nFromPeople(counts(point))
      : formatCount(locale, point.n);
  const valueWords = (point: TrendPoint) =>
    point.value !== null && !isEstimate
      ? [format(point.value)]
      : point.value === null || point.low === null || point.high === null
        ? [point.n === 0 ? t.none : t.tooFew({ n: formatCount(locale, point.n) })]
        : [
            format(point.value),
            t.intervalOf({ low: format(point.low), high: format(point.high) }),
            point.people !== undefined && point.people < point.n
              ? t.nOfPeople(counts(point))
              : t.nOf(counts(point)),
          ];
  const words = (point: TrendPoint) => [
    ...valueWords(point),
    ...(typeof point.target === 'number' ? [t.target({ target: format(point.target) })] : []),
  ];

  return {
    option: {
      animation: false,
      grid: {
        left: 8,
        right: hasTarget ? 84 : 56,
        top: 18,
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
        axisPointer: { type: 'line', lineStyle: { color: theme.quiet } },
        formatter: (items: { dataIndex: number }[]) => {
          const point = points[items[0]?.dataIndex ?? 0];
          if (!point) return '';
          const [first = '', ...rest] = words(point).map(escapeHtml);
          return `${escapeHtml(named(point))}<br><b>${first}</b>${rest.map((line) => `<br>${line}`).join('')}`;
        },
      },
      xAxis: {
        type: 'category',
        data: points.map(({ label }) => label),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...quiet, hideOverlap: true, interval: everyFew(points.length) },
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
      series: [
        { ...hidden, name: 'low', data: points.map(({ low }) => low) },
        {
          ...hidden,
          name: 'band',
          data: points.map(({ low, high }) => (low === null || high === null ? null : high - low)),
          areaStyle: { color: theme.band, opacity: 1 },
        },
        {
          type: 'line',
          name: 'value',
          data: points.map(({ value, isPartial }) =>
            isPartial && value !== null ? { value, itemStyle: hollow } : value,
          ),
          color: theme.line,
          lineStyle: { color: theme.line, width: 2 },
          itemStyle: { color: theme.line, borderColor: theme.line },
          symbol: 'circle',
          symbolSize: 5,
          showAllSymbol: true,
          z: 3,
          emphasis: { disabled: true },
          endLabel: {
            show: true,
            formatter: (item: { value: number }) => format(item.value),
            color: theme.text,
            fontSize: theme.fontSize + 1,
            fontFamily: theme.fontFamily,
            fontWeight: 600,
          },
          labelLayout: { moveOverlap: 'shiftY' },
          markLine: { silent: true, symbol: 'none', animation: false, data: lines },
        },
        ...targetSteps({ targets, theme, label: (target) => t.target({ target: format(target) }) }),
      ],
    },
    description: describeTrend(input),
    table: {
      headers: [
        t.period,
        t.value,
        ...(isEstimate ? [t.interval, t.n] : []),
        ...(hasTarget ? [t.targetColumn] : []),
      ],
      rows: points.map((point, at) => {
        const { value, low, high, n } = point;
        const written =
          value === null
            ? n === 0
              ? t.none
              : t.tooFew({ n: formatCount(locale, n) })
            : format(value);
        const interval = low === null || high === null ? '–' : `${format(low)} – ${format(high)}`;
        const target = targets[at] ?? null;
        return [
          named(point),
          written,
          ...(isEstimate ? [interval, sampleWords(point)] : []),
          ...(hasTarget ? [target === null ? '–' : format(target)] : []),
        ];
      }),
    },
  };
}

function describeTrend({ title, locale, points, format }: TrendInput): string {
  const t = messagesOf(chartMessages, locale);
  const drawn = points.filter(
    (point): point is TrendPoint & { value: number } => point.value !== null,
  );
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (!first || !last) return t.trendEmpty({ title });
  const lowest = drawn.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = drawn.reduce((a, b) => (b.value > a.value ? b : a));
  return t.trendText({
    title,
    first: first.label,
    firstValue: format(first.value),
    last: last.isPartial ? t.soFar({ period: last.label }) : last.label,
    lastValue: format(last.value),
    low: format(lowest.value),
    lowAt: lowest.label,
    high: format(highest.value),
    highAt: highest.label,
  });
}
