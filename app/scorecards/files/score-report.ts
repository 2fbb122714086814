import type { ReportCell, ReportColumn, ReportSection } from '../../../server/files.server';
import { decimalsOf } from '../../../universal/analytics/metric-decimals';
import { formatCount, formatDelta } from '../../../universal/format';
import { messagesOf, type Locale } from '../../../universal/text';
import { shellMessages } from '../../locales/shell';
import { scorecardMessages } from '../../locales/scorecards';
import { formatMetric, formatMetricChange, shortMetricName } from '../metric-format';
import { sampleWords } from '../sample-words';
import { lineOf, type GridMetric, type Line, type ScoreChange } from '../scorecard';
import { statusTones, statusWords } from '../status-words';
import { significanceWords } from './score-columns';

type AnyLine = Pick<Line, 'metricKey' | 'current' | 'change'> &
  Partial<Pick<Line, 'target' | 'status'>>;

/** The change with its interval. */
function changeWords(locale: Locale, { unit }: GridMetric, change: ScoreChange): string {
  const words = formatMetricChange(locale, unit, change.difference);
  if (change.low === null || change.high === null) return words;
  const decimals = decimalsOf(unit);
  return messagesOf(shellMessages, locale).changeInterval({
    change: words,
    low: formatDelta(locale, change.low, decimals),
    high: formatDelta(locale, change.high, decimals),
  });
}

/** A number on paper: value and status, below them interval, n and change in words. */
function scoreCell(locale: Locale, metric: GridMetric, line: AnyLine | undefined): ReportCell {
  const t = messagesOf(scorecardMessages, locale);
  if (!line) return { text: '–' };
  const { value, n, low, high } = line.current;
  const write = (number: number) => formatMetric(locale, metric.unit, number);
  if (value === null) return { text: n === 0 ? t.none : t.tooFew({ n: formatCount(locale, n) }) };
  const { status, target = null, change } = line;
  const isJudged = status !== undefined && status !== 'NO_TARGET' && status !== 'UNKNOWN';
  const tone = isJudged ? statusTones[status] : undefined;
  const certainty =
    low === null || high === null
      ? []
      : [
          t.intervalShort({ low: write(low), high: write(high) }),
          sampleWords(locale, line.current),
        ];
  const moved = change
    ? [
        `${changeWords(locale, metric, change)}${metric.unit === 'COUNT' ? '' : t.comma + significanceWords(locale, change)}`,
      ]
    : [];
  return {
    text: isJudged
      ? `${write(value)}  ${statusWords(t, status, target === null ? null : write(target))}`
      : write(value),
    second: [...certainty, ...moved].join(' · '),
    strong: true,
    ...(tone ? { tone } : {}),
  };
}

interface ScoreTable {
  locale: Locale;
  heading: string;
  note?: string;
  /** What a row is. */
  first: string;
  metrics: readonly GridMetric[];
  rows: readonly { name: string; depth?: number; lines: readonly AnyLine[] }[];
}

/** Rows × metrics as a table of the report. */
export function scoreSection({
  locale,
  heading,
  note,
  first,
  metrics,
  rows,
}: ScoreTable): ReportSection {
  const columns: ReportColumn[] = [
    { header: first, weight: 1.1 },
    ...metrics.map((metric) => ({
      header: shortMetricName(metric),
      weight: metric.unit === 'COUNT' ? 0.5 : 1,
    })),
  ];
  return {
    kind: 'table',
    heading,
    ...(note ? { note } : {}),
    columns,
    rows: rows.map(({ name, depth = 0, lines }) => [
      { text: name, indent: depth, strong: depth === 0 },
      ...metrics.map((metric) =>
        scoreCell(
          locale,
          metric,
          lineOf(lines.length > 0 ? { lines } : { lines: [] as AnyLine[] }, metric.key),
        ),
      ),
    ]),
  };
}
