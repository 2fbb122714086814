import { decimalsOf } from '../../../universal/analytics/metric-decimals';
import type { ExportCell, ExportColumn } from '../../../server/files.server';
import { messagesOf, type Locale } from '../../../universal/text';
import { scorecardMessages } from '../../locales/scorecards';
import { shortMetricName } from '../metric-format';
import type { GridMetric, Score, ScoreChange, TargetStatus } from '../scorecard';
import { statusName } from '../status-words';

interface ScoreOf {
  metricKey: string;
  current: Score;
  change: ScoreChange | null;
  target?: number | null;
  status?: TargetStatus;
}

/** The columns of one metric: a count has its value and change, an estimate all that says how sure it is. */
export function scoreColumns(
  locale: Locale,
  metric: GridMetric,
  hasTarget: boolean,
): ExportColumn[] {
  const t = messagesOf(scorecardMessages, locale);
  const words = { metric: shortMetricName(metric) };
  const number = { kind: 'number', decimals: decimalsOf(metric.unit) } as const;
  if (metric.unit === 'COUNT') {
    return [
      { header: words.metric, kind: 'count' },
      { header: t.changeOf(words), kind: 'count' },
    ];
  }
  return [
    { header: words.metric, ...number },
    { header: t.nOf(words), kind: 'count' },
    { header: t.peopleOf(words), kind: 'count' },
    { header: t.lowOf(words), ...number },
    { header: t.highOf(words), ...number },
    { header: t.changeOf(words), ...number },
    { header: t.changeLowOf(words), ...number },
    { header: t.changeHighOf(words), ...number },
    { header: t.significanceOf(words), kind: 'text', width: 22 },
    ...(hasTarget
      ? [
          { header: t.targetOf(words), ...number },
          { header: t.statusOf(words), kind: 'text', width: 18 } as const,
        ]
      : []),
  ];
}

/** "beyond noise (95%)", "within noise", or that there is nothing to compare. */
export function significanceWords(locale: Locale, change: ScoreChange | null): string {
  const t = messagesOf(scorecardMessages, locale);
  if (!change) return t.notComparable;
  return change.isSignificant ? t.beyond({ confidence: String(change.confidence) }) : t.noise;
}

/** What the columns of one metric hold for a row. */
export function scoreCells(
  locale: Locale,
  metric: GridMetric,
  line: ScoreOf | undefined,
  hasTarget: boolean,
): ExportCell[] {
  const width = scoreColumns(locale, metric, hasTarget).length;
  if (!line) return Array.from({ length: width }, () => null);
  const t = messagesOf(scorecardMessages, locale);
  const { value, n, people, low, high } = line.current;
  const difference = line.change?.difference ?? null;
  if (metric.unit === 'COUNT') return [value, difference];
  const status = value === null ? t.statusUnknown : statusName(t, line.status ?? 'NO_TARGET');
  return [
    value,
    n,
    people,
    low,
    high,
    difference,
    line.change?.low ?? null,
    line.change?.high ?? null,
    value === null ? '' : significanceWords(locale, line.change),
    ...(hasTarget ? [line.target ?? null, n === 0 ? '' : status] : []),
  ];
}
