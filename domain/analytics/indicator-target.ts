import type { Context } from '../context';
import { selectTargets, targetOn } from './target-store';

/**
 * The scorecard's target of each department at the end of a period: its own, else the one for all departments; null
 * where neither is set. The same that its scorecard shows, so that no review holds a second one. The caller has
 * authorised what the targets are for.
 */
export async function targetsAtEndOf(
  ctx: Pick<Context, 'db'>,
  {
    metricKey,
    departmentIds,
    endOn,
  }: { metricKey: string; departmentIds: readonly string[]; endOn: string },
): Promise<Map<string, number | null>> {
  const targets = await selectTargets(ctx.db, [metricKey], endOn);
  return new Map(
    departmentIds.map((departmentId) => [
      departmentId,
      targetOn(targets, { metricKey, departmentId, day: endOn }),
    ]),
  );
}
