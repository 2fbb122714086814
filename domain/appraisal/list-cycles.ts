import { NotFound } from '../../platform/errors';
import { authorise } from '../access';
import type { Context } from '../context';
import type { Cycle } from './cycle';
import { findCycle, selectCyclePage } from './cycle-store';

/** Review cycles, running ones first. */
export function listCycles(
  ctx: Context,
  options: { isRunning?: boolean; limit: number; offset: number },
): Promise<Cycle[]> {
  authorise(ctx.viewer, 'read', 'ReviewCycle');
  return selectCyclePage(ctx.db, options);
}

/** One cycle with its progress by step. */
export async function getCycle(ctx: Context, { cycleId }: { cycleId: string }): Promise<Cycle> {
  authorise(ctx.viewer, 'read', 'ReviewCycle');
  const cycle = await findCycle(ctx.db, cycleId);
  if (!cycle) throw new NotFound();
  return cycle;
}
