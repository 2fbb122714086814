import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Period } from './period';

/** What a department lies in; null at the top. */
export interface Parent {
  parentDepartmentId: string | null;
}

export const isSameParent = (one: Parent, other: Parent): boolean =>
  one.parentDepartmentId === other.parentDepartmentId;

/** What this department lay in from which day, oldest first. The first period has no beginning (`-infinity`). */
export async function findParents(db: Db, departmentId: string): Promise<Period<Parent>[]> {
  const rows = await db
    .selectFrom('department_parent_period')
    .select(['parent_department_id', 'valid_from', 'valid_to'])
    .where('department_id', '=', departmentId)
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    from: row.valid_from,
    to: row.valid_to,
    value: { parentDepartmentId: row.parent_department_id },
  }));
}

/** Stores the whole history of what a department lay in, in place of the old one. The tree is rebuilt afterwards. */
export async function replaceParents(
  db: Db,
  departmentId: string,
  periods: readonly Period<Parent>[],
): Promise<void> {
  await db
    .deleteFrom('department_parent_period')
    .where('department_id', '=', departmentId)
    .execute();
  await db
    .insertInto('department_parent_period')
    .values(
      periods.map(({ from, to, value }) => ({
        department_id: departmentId,
        parent_department_id: value.parentDepartmentId,
        valid_from: from,
        valid_to: to,
      })),
    )
    .execute();
}

/** Whether the one department lies in the other, or is it, on that day or on any later one. */
export async function isWithinDepartmentFrom(
  db: Db,
  { departmentId, ancestorId, from }: { departmentId: string; ancestorId: string; from: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from department_stretch s join department_placement p using (department_placement_id)
    where s.department_id = ${departmentId} and ${ancestorId}::uuid = any (p.path)
      and s.during && daterange(${from}::date, null) limit 1`.execute(db);
  return rows.length > 0;
}
