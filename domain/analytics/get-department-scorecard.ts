import { NotFound } from '../../platform/errors';
import { comparedPeriod, type Comparison, type Period, periodSoFar } from '../../universal/period';
import { authorise } from '../access';
import type { Context } from '../context';
import { type Department, listDepartmentsById, todayOf } from '../organisation';
import { getMetrics } from './get-metric';
import type { Metric } from './metric';
import type { ScorecardLine } from './scorecard';
import { loadScorecardLines } from './scorecard-lines';
import { DEFAULT_METRIC_KEYS, readPeriod } from './scorecard-request';
import { selectTargets } from './target-store';
import { spanOf, trendPeriods } from './trend-periods';

export interface DepartmentScorecard {
  department: Department;
  period: Period;
  /** The days of the period up to today while it runs, else all of it. */
  periodSoFar: Period;
  /** Of a running period the same stretch of the other. */
  comparedWith: Period | undefined;
  metrics: Metric[];
  lines: ScorecardLine[];
  asOf: Date;
}

export interface DepartmentScorecardInput {
  departmentId: string;
  period: string;
  comparison: Comparison;
  metricKeys?: readonly string[] | null | undefined;
}

/** Each metric of one department, which covers everything below it, over time. */
export async function getDepartmentScorecard(
  ctx: Context,
  { departmentId, comparison, ...input }: DepartmentScorecardInput,
): Promise<DepartmentScorecard> {
  authorise(ctx.viewer, 'read', 'Scorecard', { departmentId });
  const period = readPeriod(input.period);
  const metricKeys = input.metricKeys ?? DEFAULT_METRIC_KEYS;
  const [metrics, [department], targets] = await Promise.all([
    getMetrics(ctx, metricKeys),
    listDepartmentsById(ctx, { departmentIds: [departmentId] }),
    selectTargets(ctx.db, metricKeys, spanOf(trendPeriods(period)).endOn),
  ]);
  if (!department) throw new NotFound();
  const today = todayOf(ctx);
  const lines = await loadScorecardLines(ctx, {
    departmentIds: [departmentId],
    metrics,
    period,
    comparison,
    targets,
  });
  return {
    department,
    period,
    periodSoFar: periodSoFar(period, today),
    comparedWith: comparedPeriod(period, comparison, today),
    metrics,
    lines: lines.get(departmentId) ?? [],
    asOf: ctx.clock.now(),
  };
}
