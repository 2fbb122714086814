import { InvalidInput } from '../../platform/errors';
import type { Period } from '../../universal/period';
import { indicatorValue, type Interval } from '../analytics';
import { authorise } from '../access';
import type { Context } from '../context';
import { type Department, listDepartments } from '../organisation';
import { judgeIndicator, type IndicatorStatus } from './indicator-score';
import { loadMetricFacts } from './indicator-source';
import { periodOf } from './period';
import { ruleOf } from './save-template';
import type { IndicatorInput } from './template';
import { problemsOfIndicator } from './template-problems';

/** What an indicator would have given the people of one department. */
export interface PreviewLine {
  department: Department;
  value: number | null;
  n: number;
  interval: Interval | null;
  status: IndicatorStatus;
  score: number | null;
}

export interface IndicatorPreview {
  period: Period;
  lines: PreviewLine[];
}

/**
 * What an indicator would have given for each department over its last period, before anything is saved; one
 * question to the semantic layer for all departments. Refuses an indicator that could not be saved.
 */
export async function previewIndicator(
  ctx: Context,
  input: IndicatorInput,
): Promise<IndicatorPreview> {
  authorise(ctx.viewer, 'update', 'ReviewTemplate');
  const metric = (await loadMetricFacts(ctx)).get(input.metricKey);
  const rule = ruleOf(input, metric);
  const fields = problemsOfIndicator(rule, metric, []);
  if (fields.length > 0) throw new InvalidInput(fields);
  const period = periodOf(rule.periodRule, ctx.clock.now(), ctx.organisation.timeZone);
  const departments = await listDepartments(ctx);
  const { values } = await indicatorValue(ctx, {
    metricKey: rule.metricKey,
    departmentIds: departments.map(({ departmentId }) => departmentId),
    period,
  });
  const valueOf = new Map(values.map((value) => [value.departmentId, value]));
  const lines = departments.map((department) => {
    const { value, n, interval } = valueOf.get(department.departmentId)!;
    return { department, value, n, interval, ...judgeIndicator({ value, n }, rule) };
  });
  return { period, lines };
}
