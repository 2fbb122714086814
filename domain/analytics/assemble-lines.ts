import type { Period } from '../../universal/period';
import { changeBetween, type Measurement } from './measurement';
import type { Metric } from './metric';
import { type ScorecardLine, targetStatus } from './scorecard';
import { emptyMeasurement, type ScorecardCell } from './scorecard-query';
import { type Target, targetOn } from './target-store';

const keyOf = (metricKey: string, departmentId: string, startOn: string | null) =>
  `${metricKey}/${departmentId}/${startOn ?? ''}`;

/** Finds what was measured for a metric, a department and a period. */
export class CellIndex {
  private readonly cells: ReadonlyMap<string, Measurement>;

  constructor(cells: readonly ScorecardCell[]) {
    this.cells = new Map(
      cells.map((cell) => [
        keyOf(cell.metricKey, cell.departmentId, cell.startOn),
        cell.measurement,
      ]),
    );
  }

  at(metric: Metric, departmentId: string, startOn: string | null): Measurement {
    return this.cells.get(keyOf(metric.key, departmentId, startOn)) ?? emptyMeasurement(metric);
  }
}

export interface LineFacts {
  departmentId: string;
  period: Period;
  trend: readonly Period[];
  isPartial: (period: Period) => boolean;
  trendCells: CellIndex;
  current: (metric: Metric) => Measurement;
  previous: (metric: Metric) => Measurement | null;
  targets: readonly Target[];
}

/** One scorecard line: value, change, target and trend of a metric. */
export function assembleLine(metric: Metric, facts: LineFacts): ScorecardLine {
  const { departmentId, targets } = facts;
  const current = facts.current(metric);
  const previous = facts.previous(metric);
  const targetAt = (day: string) => targetOn(targets, { metricKey: metric.key, departmentId, day });
  const target = targetAt(facts.period.endOn);
  return {
    metric,
    current,
    previous,
    change: previous && changeBetween(metric, current, previous),
    target,
    status: targetStatus(metric, current, target),
    trend: facts.trend.map((period) => ({
      period,
      measurement: facts.trendCells.at(metric, departmentId, period.startOn),
      target: targetAt(period.endOn),
      isPartial: facts.isPartial(period),
    })),
  };
}
