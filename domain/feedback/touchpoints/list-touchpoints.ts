import { authorise } from '../../access';
import type { Context } from '../../context';
import type { Journey, Touchpoint } from './touchpoint';
import { selectJourneys, selectTouchpoints } from './touchpoint-store';

/** Touchpoints in the order of the journeys; archived ones only when asked for. */
export async function listTouchpoints(
  ctx: Context,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<Touchpoint[]> {
  authorise(ctx.viewer, 'read', 'Touchpoint');
  const all = await selectTouchpoints(ctx.db);
  return includeArchived ? all : all.filter(({ isArchived }) => !isArchived);
}

/** One entry per id asked for, in that order; null where there is none. Feedback keeps its archived touchpoint. */
export async function listTouchpointsById(
  ctx: Context,
  { touchpointIds }: { touchpointIds: readonly string[] },
): Promise<(Touchpoint | null)[]> {
  const known = new Map(
    (await listTouchpoints(ctx, { includeArchived: true })).map((one) => [one.touchpointId, one]),
  );
  return touchpointIds.map((id) => known.get(id) ?? null);
}

/** Journeys with their stages. */
export async function listJourneys(ctx: Context): Promise<Journey[]> {
  authorise(ctx.viewer, 'read', 'Touchpoint');
  return selectJourneys(ctx.db);
}
