import { InvalidInput } from '../../platform/errors';
import type { Period } from '../../universal/period';
import type { Text } from '../../universal/text';
import type { Interval } from '../analytics';
import { authorise } from '../access';
import type { Context } from '../context';
import { type Department, listDepartments } from '../organisation';
import { separationSentence } from './indicator-separation';
import { loadMetricFacts, readIndicator } from './indicator-source';
import { type JudgedReading, judgeReading } from './judge-reading';
import { periodOf } from './period';
import { ruleOf } from './save-template';
import type { IndicatorInput } from './template';
import { problemsOfIndicator } from './template-problems';

/** What an indicator would have given the people of one department. */
export interface PreviewLine extends JudgedReading {
  department: Department;
  value: number | null;
  n: number;
  interval: Interval | null;
}

export interface IndicatorPreview {
  period: Period;
  lines: PreviewLine[];
  /** Whether the indicator tells departments apart; undefined where too few of them count. */
  separation: Text | undefined;
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
  const readings = await readIndicator(ctx, {
    metricKey: rule.metricKey,
    departmentIds: departments.map(({ departmentId }) => departmentId),
    period,
  });
  const lines = departments.map((department) => {
    const reading = readings.of(department.departmentId);
    const { value, n, interval } = reading;
    return { department, value, n, interval, ...judgeReading(rule, reading, readings) };
  });
  const separation = separationSentence(
    lines.map(({ score }) => score),
    { differ: readings.population?.isEstimated ?? false },
  );
  return { period, lines, separation };
}
