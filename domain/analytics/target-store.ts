import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { newId } from '../../platform/ids';

/** A target that holds from a day on until a later one for the same metric and department. */
export interface Target {
  metricKey: string;
  /** Null: for every department without a target of its own. */
  departmentId: string | null;
  target: number;
  effectiveOn: string;
}

/** All targets of the metrics that were in force at some time up to the given day, newest first. */
export async function selectTargets(
  db: Db,
  metricKeys: readonly string[],
  until: string,
): Promise<Target[]> {
  const rows = await db
    .selectFrom('scorecard_target')
    .select(['metric_key', 'department_id', 'target', 'effective_on'])
    .where('metric_key', 'in', [...metricKeys])
    .where('effective_on', '<=', sql<never>`${until}::date`)
    .orderBy('effective_on', 'desc')
    .execute();
  return rows.map((row) => ({
    metricKey: row.metric_key,
    departmentId: row.department_id,
    target: Number(row.target),
    effectiveOn: row.effective_on,
  }));
}

/** The target that begins to hold on exactly this day. */
export async function findTargetOfDay(
  db: Db,
  {
    metricKey,
    departmentId,
    effectiveOn,
  }: Pick<Target, 'metricKey' | 'departmentId' | 'effectiveOn'>,
): Promise<Target | undefined> {
  const row = await db
    .selectFrom('scorecard_target')
    .select('target')
    .where('metric_key', '=', metricKey)
    .where('department_id', departmentId === null ? 'is' : '=', departmentId)
    .where('effective_on', '=', effectiveOn)
    .executeTakeFirst();
  return row && { metricKey, departmentId, effectiveOn, target: Number(row.target) };
}

/** Stores a target; one for the same metric, department and day is replaced. */
export async function upsertTarget(db: Db, target: Target): Promise<void> {
  await db
    .insertInto('scorecard_target')
    .values({
      scorecard_target_id: newId(),
      metric_key: target.metricKey,
      department_id: target.departmentId,
      target: target.target,
      effective_on: target.effectiveOn,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['metric_key', 'department_id', 'effective_on'])
        .doUpdateSet((eb) => ({ target: eb.ref('excluded.target') })),
    )
    .execute();
}

/** The target in force on a day: the department's own, else the one for all departments. */
export function targetOn(
  targets: readonly Target[],
  { metricKey, departmentId, day }: { metricKey: string; departmentId: string; day: string },
): number | null {
  const inForce = targets.filter(
    (target) => target.metricKey === metricKey && target.effectiveOn <= day,
  );
  const own = inForce.find((target) => target.departmentId === departmentId);
  const common = inForce.find((target) => target.departmentId === null);
  return (own ?? common)?.target ?? null;
}
