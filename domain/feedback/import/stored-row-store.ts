import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import { newId } from '../../../platform/ids';
import type { ReadRow } from './read-row';
import type { FeedbackValues, RowChange, StoredRow } from './stored-row';
import { textArray } from './text-array';

const numbers = (values: readonly (number | null)[]) =>
  textArray(values.map((value) => (value === null ? null : String(value))));
const moments = (values: readonly { occurredAt: number }[]) =>
  textArray(values.map(({ occurredAt }) => String(occurredAt)));

/**
 * One after the other, imports of a source look for rows and store them; those that only look wait for nobody. Days are
 * not moved to another zone meanwhile.
 */
export async function lockSource(db: Db, source: string): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtext('feedback_import_source'), hashtext(${source})),
      pg_advisory_xact_lock_shared(hashtext('feedback_days'))`.execute(db);
}

type FoundRow = Omit<StoredRow, 'occurredAt'> & { place: number; occurredAt: Date };

/**
 * The feedback that each row stands for, by its place in the batch: by its id, or by what stands in it where that was
 * stored in a pass that told rows apart in another way.
 */
export async function findStoredRows(
  db: Db,
  rows: readonly ReadRow[],
  { source, hasOldRefs }: { source: string; hasOldRefs: boolean },
): Promise<Map<number, StoredRow>> {
  if (rows.length === 0) return new Map();
  // Rows of an earlier version are not named within a source; those of other sources are left alone.
  const old = hasOldRefs
    ? sql`union all
        select o.*, 4 as rank from feedback_origin o
        where o.row_ref in (g.old_ref, g.old_id_ref) and exists (
          select from feedback f join feedback_import i using (feedback_import_id)
          where f.occurred_at = o.occurred_at and f.feedback_id = o.feedback_id and i.has_old_refs
            and lower(i.source_name) = ${source})`
    : sql``;
  // The lateral look-ups keep the planner on the indexes, whatever the size of the tables.
  const { rows: found } = await sql<FoundRow>`
    select g.place::int as place, k.row_ref as "rowRef", k.content_ref as "contentRef", f.*
    from unnest(
      ${textArray(rows.map(({ refs }) => refs.row))}::text::uuid[],
      ${textArray(rows.map(({ refs }) => refs.content))}::text::uuid[],
      ${textArray(rows.map(({ refs }) => refs.old[0] ?? null))}::text::uuid[],
      ${textArray(rows.map(({ refs }) => refs.old[1] ?? null))}::text::uuid[]
    ) with ordinality as g(row_ref, content_ref, old_ref, old_id_ref, place)
    cross join lateral (
      select * from (
        select o.*, 1 as rank from feedback_origin o where o.row_ref = g.row_ref
        union all
        select o.*, 2 as rank from feedback_origin o where o.row_ref = g.content_ref and g.content_ref <> g.row_ref
        union all
        select o.*, 3 as rank from feedback_origin o where o.content_ref = g.content_ref and o.content_ref <> o.row_ref
        ${old}
      ) as known order by rank limit 1
    ) as k
    cross join lateral (
      select feedback_id as "feedbackId", occurred_at as "occurredAt", occurred_on::text as "occurredOn",
        department_id as "departmentId", touchpoint_id as "touchpointId", channel, nps_score as nps, csat_score as csat,
        ces_score as ces, comment, respondent_key as "respondentKey"
      from feedback where occurred_at = k.occurred_at and feedback_id = k.feedback_id limit 1
    ) as f`.execute(db);
  return new Map(
    found.map(({ place, occurredAt, ...stored }) => [
      place - 1,
      { ...stored, occurredAt: occurredAt.getTime() },
    ]),
  );
}

export interface NewRow {
  row: ReadRow;
  values: FeedbackValues;
}

/**
 * Stores new rows in one statement, with the names by which they are found again. One array parameter per column goes
 * straight into the tables: no staging table is written, and it works in any transaction. A name that is taken keeps its
 * feedback, unless the rows are known to be new: then that feedback is gone, and the name is free again. Resolves to how
 * many were stored.
 */
export async function insertRows(
  db: Db,
  batch: readonly NewRow[],
  { importId, areKnownNew }: { importId: string; areKnownNew: boolean },
): Promise<number> {
  if (batch.length === 0) return 0;
  // Rows of one month together: each partition and its indexes are visited once a batch.
  const rows = batch.toSorted((a, b) => a.values.occurredAt - b.values.occurredAt);
  const values = rows.map((row) => row.values);
  const taken = areKnownNew
    ? sql`do update set content_ref = excluded.content_ref, feedback_id = excluded.feedback_id,
        occurred_at = excluded.occurred_at`
    : sql`do nothing`;
  const { rows: counted } = await sql<{ n: number }>`
    with given as (
      select * from unnest(
        ${textArray(rows.map(() => newId()))}::text::uuid[],
        ${textArray(rows.map(({ row }) => row.refs.row))}::text::uuid[],
        ${textArray(rows.map(({ row }) => row.refs.content))}::text::uuid[],
        ${moments(values)}::text::float8[],
        ${textArray(values.map(({ occurredOn }) => occurredOn))}::text::date[],
        ${textArray(values.map(({ departmentId }) => departmentId))}::text::uuid[],
        ${textArray(values.map(({ touchpointId }) => touchpointId))}::text::uuid[],
        ${textArray(values.map(({ channel }) => channel))}::text::text[],
        ${numbers(values.map(({ nps }) => nps))}::text::smallint[],
        ${numbers(values.map(({ csat }) => csat))}::text::smallint[],
        ${numbers(values.map(({ ces }) => ces))}::text::smallint[],
        ${textArray(values.map(({ comment }) => comment))}::text::text[],
        ${textArray(values.map(({ respondentKey }) => respondentKey))}::text::uuid[]
      ) as r(id, row_ref, content_ref, moment, day, department_id, touchpoint_id, channel, nps, csat, ces, comment, respondent)
    ),
    named as (
      insert into feedback_origin as o (row_ref, content_ref, feedback_id, occurred_at)
      select row_ref, content_ref, id, to_timestamp(moment / 1000) from given
      on conflict (row_ref) ${taken}
      returning o.feedback_id
    ),
    stored as (
    insert into feedback (feedback_id, occurred_at, occurred_on, department_id, touchpoint_id, channel, source,
      feedback_import_id, nps_score, csat_score, ces_score, comment, respondent_key)
    select id, to_timestamp(moment / 1000), day, department_id, touchpoint_id, channel, 'import', ${importId}::uuid,
      nps, csat, ces, comment, respondent
      from given where id in (select feedback_id from named)
      returning 1
    )
    select count(*)::int as n from stored`.execute(db);
  return counted[0]?.n ?? 0;
}

/** Gives stored rows their new values; how they were before is kept with the import. */
export async function updateRows(
  db: Db,
  changes: readonly RowChange[],
  { importId }: { importId: string },
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into import_change (feedback_import_id, feedback_id, before)
    select ${importId}::uuid, r.feedback_id, r.before
    from unnest(
      ${textArray(changes.map(({ stored }) => stored.feedbackId))}::text::uuid[],
      ${textArray(changes.map(({ stored }) => JSON.stringify(stored)))}::text::jsonb[]
    ) as r(feedback_id, before)
    on conflict do nothing`.execute(db);
  const values = changes.map((change) => change.values);
  const stored = changes.map((change) => change.stored);
  // Without it the planner may read whole months to find a handful of rows.
  await sql`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`.execute(
    db,
  );
  await sql`
    update feedback f
    set occurred_at = to_timestamp(r.moment / 1000), occurred_on = r.day, department_id = r.department_id,
      touchpoint_id = r.touchpoint_id, channel = r.channel, nps_score = r.nps, csat_score = r.csat, ces_score = r.ces,
      comment = r.comment, respondent_key = r.respondent, changed_at = now()
    from unnest(
      ${textArray(stored.map(({ feedbackId }) => feedbackId))}::text::uuid[],
      ${moments(stored)}::text::float8[],
      ${moments(values)}::text::float8[],
      ${textArray(values.map(({ occurredOn }) => occurredOn))}::text::date[],
      ${textArray(values.map(({ departmentId }) => departmentId))}::text::uuid[],
      ${textArray(values.map(({ touchpointId }) => touchpointId))}::text::uuid[],
      ${textArray(values.map(({ channel }) => channel))}::text::text[],
      ${numbers(values.map(({ nps }) => nps))}::text::smallint[],
      ${numbers(values.map(({ csat }) => csat))}::text::smallint[],
      ${numbers(values.map(({ ces }) => ces))}::text::smallint[],
      ${textArray(values.map(({ comment }) => comment))}::text::text[],
      ${textArray(values.map(({ respondentKey }) => respondentKey))}::text::uuid[]
    ) as r(id, was, moment, day, department_id, touchpoint_id, channel, nps, csat, ces, comment, respondent)
    where f.occurred_at = to_timestamp(r.was / 1000) and f.feedback_id = r.id`.execute(db);
  await sql`select set_config('enable_hashjoin', 'on', true), set_config('enable_mergejoin', 'on', true)`.execute(
    db,
  );
}

/** What names a stored row from now on, and where it is. */
export interface Renaming {
  stored: StoredRow;
  row: ReadRow;
  occurredAt: number;
}

/** Lets rows be found by the names that the file gives them now. */
export async function renameRows(db: Db, renamings: readonly Renaming[]): Promise<void> {
  if (renamings.length === 0) return;
  await sql`
    update feedback_origin o
    set row_ref = r.row_ref, content_ref = r.content_ref, occurred_at = to_timestamp(r.moment / 1000)
    from unnest(
      ${textArray(renamings.map(({ stored }) => stored.rowRef))}::text::uuid[],
      ${textArray(renamings.map(({ row }) => row.refs.row))}::text::uuid[],
      ${textArray(renamings.map(({ row }) => row.refs.content))}::text::uuid[],
      ${moments(renamings)}::text::float8[]
    ) as r(was, row_ref, content_ref, moment)
    where o.row_ref = r.was`.execute(db);
}
