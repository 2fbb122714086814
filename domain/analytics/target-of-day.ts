import { NotFound } from '../../platform/errors';
import { revisionOf } from '../../platform/revision';
import { authorise, isAllowed } from '../access';
import type { Context } from '../context';
import { findTargetOfDay, type Target } from './target-store';

/** The target that is set for exactly this day; null where none is. */
export interface TargetOfDay {
  target: number | null;
  revision: string;
}

export function targetRevision(target: Target | undefined): string {
  return revisionOf(target ? { target: target.target } : null);
}

/** Heads set targets for the departments they head, analysts for all. */
export function assertMaySetTarget(
  { viewer }: Pick<Context, 'viewer'>,
  { departmentId }: Pick<Target, 'departmentId'>,
): void {
  if (departmentId) authorise(viewer, 'update', 'Target', { departmentId });
  else if (!isAllowed(viewer, 'manage', 'Target')) throw new NotFound();
}

/** What setting a target would replace. */
export async function getTargetOfDay(
  ctx: Context,
  of: Pick<Target, 'metricKey' | 'departmentId' | 'effectiveOn'>,
): Promise<TargetOfDay> {
  assertMaySetTarget(ctx, of);
  const stored = await findTargetOfDay(ctx.db, of);
  return { target: stored?.target ?? null, revision: targetRevision(stored) };
}
