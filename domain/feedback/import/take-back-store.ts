import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import type { ImportStatus } from './feedback-import';

/** How many rows of an import are stored because of it, and how many it changed and remembers from before. */
export async function countStoredBy(
  db: Db,
  importId: string,
): Promise<{ added: number; changed: number }> {
  const { rows } = await sql<{ added: number; changed: number }>`
    select (select count(*)::int from feedback where feedback_import_id = ${importId}::uuid) as added,
      (select count(*)::int from import_change c where c.feedback_import_id = ${importId}::uuid
        and not exists (select from feedback f where f.feedback_import_id = ${importId}::uuid and f.feedback_id = c.feedback_id))
        as changed`.execute(db);
  return rows[0] ?? { added: 0, changed: 0 };
}

export interface LaterImport {
  importId: string;
  fileName: string;
  rows: number;
}

/** Imports that changed rows which this one added or changed before them, the latest first. */
export async function selectLaterChanges(db: Db, importId: string): Promise<LaterImport[]> {
  const { rows } = await sql<LaterImport>`
    with mine as (
      select feedback_id, 0::bigint as since from feedback where feedback_import_id = ${importId}::uuid
      union all
      select feedback_id, import_change_id from import_change where feedback_import_id = ${importId}::uuid
    ),
    later as (
      select c.feedback_import_id, count(distinct c.feedback_id)::int as rows, max(c.import_change_id) as latest
      from mine join import_change c on c.feedback_id = mine.feedback_id and c.import_change_id > mine.since
      where c.feedback_import_id <> ${importId}::uuid
      group by c.feedback_import_id
    )
    select i.feedback_import_id as "importId", i.file_name as "fileName", later.rows
    from later join feedback_import i using (feedback_import_id) order by later.latest desc`.execute(
    db,
  );
  return rows;
}

/** Later imports of the source that found rows there already; some of them may be rows of this one. */
export async function selectLaterSightings(
  db: Db,
  { importId, source }: { importId: string; source: string },
): Promise<LaterImport[]> {
  const { rows } = await sql<LaterImport>`
    select i.feedback_import_id as "importId", i.file_name as "fileName", i.rows_unchanged as rows
    from feedback_import i, feedback_import own
    where own.feedback_import_id = ${importId}::uuid and lower(i.source_name) = ${source} and i.status = 'done'
      and i.rows_unchanged > 0 and i.finished_at > own.finished_at and i.feedback_import_id <> own.feedback_import_id
    order by i.finished_at desc limit 20`.execute(db);
  return rows;
}

/** Puts the import into the state of being taken back. Resolves to the run's number. */
export async function startTakeBack(
  db: Db,
  importId: string,
  { from, now }: { from: readonly ImportStatus[]; now: Date },
): Promise<number | undefined> {
  const row = await db
    .updateTable('feedback_import')
    .set({
      status: 'taking_back',
      failure: null,
      run_number: sql`run_number + 1`,
      started_at: now,
      progressed_at: now,
    })
    .where('feedback_import_id', '=', importId)
    .where('status', 'in', [...from])
    .returning('run_number')
    .executeTakeFirst();
  return row?.run_number;
}

/** Gives rows of other imports back what they were before this one; a day is noon of it in the zone of now. */
export async function restoreChanged(
  db: Db,
  { importId, timeZone }: { importId: string; timeZone: string },
): Promise<void> {
  await sql`
    with before as (
      select feedback_id, b.*, case when b."occurredOn" is null then to_timestamp(b."occurredAt" / 1000.0)
        else (b."occurredOn" + time '12:00') at time zone ${timeZone} end as moment
      from import_change c cross join lateral jsonb_to_record(c.before) as b(
        "contentRef" uuid, "occurredAt" float8, "occurredOn" date, "departmentId" uuid, "touchpointId" uuid, channel text,
        nps smallint, csat smallint, ces smallint, comment text, "respondentKey" uuid)
      where c.feedback_import_id = ${importId}::uuid
    ),
    restored as (
      update feedback f
      set occurred_at = b.moment, occurred_on = b."occurredOn", department_id = b."departmentId",
        touchpoint_id = b."touchpointId", channel = b.channel, nps_score = b.nps, csat_score = b.csat, ces_score = b.ces,
        comment = b.comment, respondent_key = b."respondentKey", changed_at = now()
      from before b
      where f.feedback_id = b.feedback_id and f.feedback_import_id <> ${importId}::uuid
      returning f.feedback_id, f.occurred_at, b."contentRef" as content_ref
    )
    update feedback_origin o set occurred_at = r.occurred_at, content_ref = r.content_ref
    from restored r where o.feedback_id = r.feedback_id`.execute(db);
  await sql`delete from import_change where feedback_import_id = ${importId}::uuid`.execute(db);
}

/** Removes the rows that the import added, with the names by which they would be found again. */
export async function removeAdded(db: Db, importId: string): Promise<void> {
  await sql`
    with removed as (
      delete from feedback where feedback_import_id = ${importId}::uuid returning feedback_id
    ),
    closed as (
      delete from feedback_hold h using removed r where h.feedback_id = r.feedback_id
    )
    delete from feedback_origin o using removed r where o.feedback_id = r.feedback_id`.execute(db);
}

export async function finishTakeBack(
  db: Db,
  { importId, runNumber, now }: { importId: string; runNumber: number; now: Date },
): Promise<void> {
  await db
    .updateTable('feedback_import')
    .set({ status: 'taken_back', finished_at: now })
    .where('feedback_import_id', '=', importId)
    .where('run_number', '=', runNumber)
    .where('status', '=', 'taking_back')
    .execute();
}
