import { authorise } from '../access';
import type { Context } from '../context';
import type { Metric } from './metric';
import { selectMetrics } from './metric-store';

/** The metric catalogue, each metric at its newest version. */
export function listMetrics(ctx: Context): Promise<Metric[]> {
  authorise(ctx.viewer, 'read', 'Metric');
  return selectMetrics(ctx.db);
}
