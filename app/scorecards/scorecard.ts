import type { FragmentOf } from '../graphql';
import type { metricFragment } from './scorecard-line.document';
import type { MetricUnit } from './metric-format';

export type MetricWords = FragmentOf<typeof metricFragment>;
export type TargetStatus = 'MET' | 'UNDECIDED' | 'MISSED' | 'NO_TARGET' | 'UNKNOWN';

/** A value with what it stands on, as the pages pass it around. */
export interface Score {
  value: number | null;
  n: number;
  /** How many people gave the answers; n where nobody is known to have given several. */
  people: number;
  isTooFew: boolean;
  low: number | null;
  high: number | null;
}

export interface ScoreChange {
  difference: number;
  /** The interval of the difference; null for a count. */
  low: number | null;
  high: number | null;
  /** Of this change by itself. */
  pValue: number | null;
  isImprovement: boolean;
  confidence: number | null;
  isSignificant: boolean;
}

export interface TrendScore extends Score {
  period: string;
  target: number | null;
  /** The period runs: it holds what came in so far. */
  isPartial: boolean;
}

export interface Line {
  metricKey: string;
  current: Score;
  change: ScoreChange | null;
  target: number | null;
  status: TargetStatus;
  trend: readonly TrendScore[];
}

export interface GridRow {
  departmentId: string;
  name: string;
  level: number;
  parentId: string | null;
  parentName: string | null;
  lines: readonly Line[];
}

export type GridMetric = MetricWords & { unit: MetricUnit };

interface MeasurementNumbers {
  value: number | null;
  n: number;
  people: number;
  isTooFew: boolean;
  interval: { low: number; high: number } | null;
}

interface LineNumbers {
  metric: { key: string };
  current: MeasurementNumbers;
  change: {
    difference: number;
    interval: { low: number; high: number } | null;
    pValue: number | null;
    direction: string;
    confidence: number | null;
    isSignificant: boolean;
  } | null;
  target: number | null;
  status: TargetStatus;
  trend: readonly {
    period: { key: string };
    measurement: MeasurementNumbers;
    target: number | null;
    isPartial: boolean;
  }[];
}

export function toScore({ value, n, people, isTooFew, interval }: MeasurementNumbers): Score {
  return { value, n, people, isTooFew, low: interval?.low ?? null, high: interval?.high ?? null };
}

export function toChange(change: LineNumbers['change']): ScoreChange | null {
  if (!change) return null;
  const { difference, interval, pValue, direction, confidence, isSignificant } = change;
  return {
    difference,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    pValue,
    isImprovement: direction === 'IMPROVED',
    confidence,
    isSignificant,
  };
}

export function toLine({ metric, current, change, target, status, trend }: LineNumbers): Line {
  return {
    metricKey: metric.key,
    current: toScore(current),
    change: toChange(change),
    target,
    status,
    trend: trend.map(({ period, measurement, ...point }) => ({
      period: period.key,
      ...toScore(measurement),
      ...point,
    })),
  };
}

/** Without the periods before the first answer: they say nothing. */
export function sinceFirstAnswer<P extends { n: number }>(trend: readonly P[]): readonly P[] {
  const first = trend.findIndex(({ n }) => n > 0);
  return first === -1 ? [] : trend.slice(first);
}

export function lineOf<L extends { metricKey: string }>(
  row: { lines: readonly L[] },
  metricKey: string,
): L | undefined {
  return row.lines.find((line) => line.metricKey === metricKey);
}
