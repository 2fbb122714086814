import { NotFound } from '../../platform/errors';
import { authorise } from '../access';
import type { Context } from '../context';
import type { Metric } from './metric';
import { selectMetrics } from './metric-store';

/** One metric at its newest version. */
export async function getMetric(
  ctx: Pick<Context, 'db' | 'viewer'>,
  { metricKey }: { metricKey: string },
): Promise<Metric> {
  authorise(ctx.viewer, 'read', 'Metric');
  const [metric] = await selectMetrics(ctx.db, [metricKey]);
  if (!metric) throw new NotFound();
  return metric;
}

/** Metrics by key in the order asked for. Throws not-found when one of them does not exist. */
export async function getMetrics(ctx: Context, metricKeys: readonly string[]): Promise<Metric[]> {
  authorise(ctx.viewer, 'read', 'Metric');
  const found = new Map(
    (await selectMetrics(ctx.db, metricKeys)).map((metric) => [metric.key, metric]),
  );
  return metricKeys.map((key) => {
    const metric = found.get(key);
    if (!metric) throw new NotFound();
    return metric;
  });
}
