import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { inTreeOrder, type TreeDepartment } from './department-tree';

/** Keeps the tree of the day on which a round opens. */
export async function insertRoundTree(
  db: Db,
  {
    roundId,
    tree,
    shown,
  }: { roundId: string; tree: readonly TreeDepartment[]; shown: ReadonlySet<string> },
): Promise<void> {
  const rows = tree.map(({ departmentId, parentDepartmentId }) => ({
    department_id: departmentId,
    parent_department_id: parentDepartmentId,
    is_participation_shown: shown.has(departmentId),
  }));
  await sql`
    insert into pulse_round_department
      (pulse_round_id, department_id, parent_department_id, is_participation_shown)
    select ${roundId}, d.*
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as d (department_id uuid, parent_department_id uuid, is_participation_shown boolean)`.execute(
    db,
  );
}

/** The tree of the day on which a round opened, and the departments whose participation is shown. */
export async function selectRoundTree(
  db: Db,
  roundId: string,
): Promise<{ tree: TreeDepartment[]; shown: Set<string> }> {
  const { rows } = await sql<TreeDepartment & { isShown: boolean }>`
    select t.department_id as "departmentId", t.parent_department_id as "parentDepartmentId",
           t.is_participation_shown as "isShown"
    from pulse_round_department t join department d using (department_id)
    where t.pulse_round_id = ${roundId}
    order by d.code`.execute(db);
  return {
    tree: inTreeOrder(
      rows.map(({ departmentId, parentDepartmentId }) => ({ departmentId, parentDepartmentId })),
    ),
    shown: new Set(rows.filter(({ isShown }) => isShown).map(({ departmentId }) => departmentId)),
  };
}
