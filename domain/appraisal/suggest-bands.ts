import { authorise } from '../access';
import type { Context } from '../context';
import { listDepartments } from '../organisation';
import type { IndicatorBands } from './indicator-score';
import { readIndicator, type ReviewMetric } from './indicator-source';
import { periodOf } from './period';
import { suggestedBands } from './suggested-bands';

/** Bands for a metric from what the departments had in the last complete quarter; null where too few had a value. */
export async function suggestBands(
  ctx: Context,
  { metric }: { metric: ReviewMetric },
): Promise<IndicatorBands | null> {
  authorise(ctx.viewer, 'update', 'ReviewTemplate');
  const period = periodOf('last_complete_quarter', ctx.clock.now(), ctx.organisation.timeZone);
  const departments = await listDepartments(ctx);
  const departmentIds = departments.map(({ departmentId }) => departmentId);
  const readings = await readIndicator(ctx, { metricKey: metric.key, departmentIds, period });
  return suggestedBands(
    departmentIds.map((departmentId) => {
      const { value, interval, counted } = readings.of(departmentId);
      return { value: counted?.value ?? value, interval: counted?.interval ?? interval };
    }),
    { ...metric, step: metric.unit === 'score' ? 0.1 : 1 },
  );
}
