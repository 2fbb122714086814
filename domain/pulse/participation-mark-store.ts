import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** Which of the marks are there, as hexadecimal texts. */
export async function selectKnownMarks(
  db: Db,
  roundId: string,
  marks: readonly Buffer[],
): Promise<Set<string>> {
  if (marks.length === 0) return new Set();
  const { rows } = await sql<{ mark: string }>`
    select encode(mark, 'hex') as mark from pulse_participation_mark
    where pulse_round_id = ${roundId}
      and mark in (select decode(hex, 'hex') from json_array_elements_text(${JSON.stringify(
        marks.map((mark) => mark.toString('hex')),
      )}::text::json) as given (hex))`.execute(db);
  return new Set(rows.map(({ mark }) => mark));
}

/**
 * Writes the marks of rounds anew, in an order of chance and as one transaction, so that neither their place nor
 * their transaction tells which came with which ballot. Does nothing where that is so already.
 */
export async function rewriteMarksInNewOrder(db: Db): Promise<void> {
  const { rows } = await sql<{ roundId: string }>`
    select pulse_round_id as "roundId" from pulse_participation_mark
    group by 1 having count(distinct xmin::text) > 1`.execute(db);
  for (const { roundId } of rows) {
    await sql`
      with taken as (
        delete from pulse_participation_mark where pulse_round_id = ${roundId} returning *
      )
      insert into pulse_participation_mark (pulse_round_id, mark, department_id)
      select pulse_round_id, mark, department_id from taken order by random()`.execute(db);
  }
}
