import { comparedPeriod, type Comparison, type Period, periodSoFar } from '../../universal/period';
import { accessibleIds, authorise } from '../access';
import type { Context } from '../context';
import { type Department, listDepartments, todayOf } from '../organisation';
import { getMetrics } from './get-metric';
import type { Metric } from './metric';
import type { ScorecardLine } from './scorecard';
import { loadScorecardLines } from './scorecard-lines';
import { DEFAULT_METRIC_KEYS, readPeriod } from './scorecard-request';
import { selectTargets } from './target-store';
import { spanOf, trendPeriods } from './trend-periods';

export interface ScorecardGrid {
  period: Period;
  /** The days of the period up to today while it runs, else all of it. */
  periodSoFar: Period;
  /** Of a running period the same stretch of the other. */
  comparedWith: Period | undefined;
  metrics: Metric[];
  rows: { department: Department; lines: ScorecardLine[] }[];
  asOf: Date;
}

export interface ScorecardGridInput {
  period: string;
  comparison: Comparison;
  metricKeys?: readonly string[] | null | undefined;
}

/** Departments × metrics for a period against another: every department whose scorecard the viewer may see. */
export async function getScorecardGrid(
  ctx: Context,
  input: ScorecardGridInput,
): Promise<ScorecardGrid> {
  authorise(ctx.viewer, 'read', 'Scorecard');
  const period = readPeriod(input.period);
  const allowed = accessibleIds(ctx.viewer, 'read', 'Scorecard', 'departmentId');
  const metricKeys = input.metricKeys ?? DEFAULT_METRIC_KEYS;
  const [metrics, known, targets] = await Promise.all([
    getMetrics(ctx, metricKeys),
    listDepartments(ctx),
    selectTargets(ctx.db, metricKeys, spanOf(trendPeriods(period)).endOn),
  ]);
  const departments = known.filter(
    ({ departmentId, isArchived }) =>
      !isArchived && (allowed === 'all' || allowed.includes(departmentId)),
  );
  const lines = await loadScorecardLines(ctx, {
    departmentIds: departments.map(({ departmentId }) => departmentId),
    metrics,
    period,
    comparison: input.comparison,
    targets,
  });
  const today = todayOf(ctx);
  return {
    period,
    periodSoFar: periodSoFar(period, today),
    comparedWith: comparedPeriod(period, input.comparison, today),
    metrics,
    rows: departments.map((department) => ({
      department,
      lines: lines.get(department.departmentId) ?? [],
    })),
    asOf: ctx.clock.now(),
  };
}
