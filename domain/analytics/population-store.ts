import type { Db } from '../../platform/db';

/** The departments with nothing below them: together they hold the organisation’s answers, and no answer twice. */
export async function selectLowestDepartmentIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('department as d')
    .select('d.department_id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('department as child')
            .select('child.department_id')
            .whereRef('child.parent_department_id', '=', 'd.department_id'),
        ),
      ),
    )
    .orderBy('d.department_id')
    .execute();
  return rows.map((row) => row.department_id);
}
