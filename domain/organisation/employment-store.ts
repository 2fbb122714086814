import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Employment } from './employment';

/** Employments that ended before these people came back, the oldest first. */
export async function findEarlierEmployments(
  db: Db,
  employeeIds: readonly string[],
): Promise<Map<string, Employment[]>> {
  const found = new Map<string, Employment[]>();
  if (employeeIds.length === 0) return found;
  const rows = await db
    .selectFrom('earlier_employment')
    .select(['employee_id', 'hired_on as hiredOn', 'left_on as leftOn'])
    .where('employee_id', 'in', employeeIds)
    .orderBy('hired_on')
    .execute();
  for (const { employee_id: employeeId, ...employment } of rows)
    found.set(employeeId, [...(found.get(employeeId) ?? []), employment]);
  return found;
}

/** Remembers employments that are over; those that are known stay as they are. */
export async function insertEarlierEmployments(
  db: Db,
  employments: readonly (Employment & { employeeId: string })[],
): Promise<void> {
  if (employments.length === 0) return;
  await sql`
    insert into earlier_employment (employee_id, hired_on, left_on)
    select "employeeId", "hiredOn", "leftOn"
    from jsonb_to_recordset(${JSON.stringify(employments)}::text::jsonb)
      as given ("employeeId" uuid, "hiredOn" date, "leftOn" date)
    on conflict do nothing`.execute(db);
}
