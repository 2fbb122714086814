import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import { newId } from '../../../platform/ids';
import type { ImportMetric } from '../../../universal/feedback/import-mapping';
import type { ImportTally } from './feedback-import';
import { asJson } from './import-store';
import type { ReadRow } from './read-row';
import { textArray } from './text-array';

const refsOf = (rows: readonly ReadRow[]) => textArray(rows.map(({ sourceRef }) => sourceRef));
const momentsOf = (rows: readonly ReadRow[]) =>
  textArray(rows.map(({ occurredAt }) => String(occurredAt)));

/** Makes sure that the months of these rows have their partitions; `known` spares the question next time. */
export async function ensureMonths(
  db: Db,
  rows: readonly ReadRow[],
  known: Set<string>,
): Promise<void> {
  const months = new Set(
    rows.map(({ occurredAt }) => new Date(occurredAt).toISOString().slice(0, 7)),
  );
  const unknown = [...months].filter((month) => !known.has(month)).sort();
  if (unknown.length === 0) return;
  const days = textArray(unknown.map((month) => `${month}-01`));
  await sql`select ensure_month_partition('feedback', day) from unnest(${days}::text::date[]) as day`.execute(
    db,
  );
  for (const month of unknown) known.add(month);
}

/**
 * Stores a batch in one statement; a row that is there already changes nothing. Resolves to how many were new.
 * One array parameter per column goes straight into the table: no staging table is written, and it works in any transaction.
 */
export async function insertFeedback(
  db: Db,
  batch: readonly ReadRow[],
  { importId, metric }: { importId: string; metric: ImportMetric | null },
): Promise<number> {
  if (batch.length === 0) return 0;
  // Rows of one month together: each partition and its indexes are visited once a batch.
  const rows = batch.toSorted((a, b) => a.occurredAt - b.occurredAt);
  const scores = textArray(rows.map(({ score }) => (score === null ? null : String(score))));
  const scoreColumn = sql.ref(`${metric ?? 'csat'}_score`);
  const { rows: counted } = await sql<{ n: number }>`
    with stored as (
      insert into feedback (feedback_id, occurred_at, department_id, touchpoint_id, channel, source, source_ref,
        feedback_import_id, ${scoreColumn}, comment)
      select r.id, to_timestamp(r.moment / 1000), r.department_id, r.touchpoint_id, r.channel, 'import', r.ref,
        ${importId}::uuid, r.score, r.comment
      from unnest(
        ${textArray(rows.map(() => newId()))}::text::uuid[],
        ${momentsOf(rows)}::text::float8[],
        ${textArray(rows.map(({ departmentId }) => departmentId))}::text::uuid[],
        ${textArray(rows.map(({ touchpointId }) => touchpointId))}::text::uuid[],
        ${textArray(rows.map(({ channel }) => channel))}::text::text[],
        ${refsOf(rows)}::text::text[],
        ${scores}::text::smallint[],
        ${textArray(rows.map(({ comment }) => comment))}::text::text[]
      ) as r(id, moment, department_id, touchpoint_id, channel, ref, score, comment)
      on conflict (source_ref, occurred_at) where source_ref is not null do nothing
      returning 1
    )
    select count(*) as n from stored`.execute(db);
  return counted[0]?.n ?? 0;
}

/** How many of these rows are there already. */
export async function countStored(db: Db, rows: readonly ReadRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  // The lateral look-up with its limit keeps the planner on the index, whatever the size of the table.
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n
    from unnest(${refsOf(rows)}::text::text[], ${momentsOf(rows)}::text::float8[]) as r(ref, moment)
    cross join lateral (
      select from feedback f
      where f.source_ref = r.ref and f.occurred_at = to_timestamp(r.moment / 1000) limit 1
    ) known`.execute(db);
  return counted[0]?.n ?? 0;
}

export interface BatchCounts {
  bytesRead: number;
  rowsRead: number;
  stored: number;
  unchanged: number;
  skipped: number;
  rejected: number;
  tally: ImportTally;
}

/**
 * Moves the counters on, in the transaction that stores the batch. False when another run has taken over or has come
 * further: then the batch must not be kept.
 */
export async function advanceRun(
  db: Db,
  run: { importId: string; runNumber: number; rowsReadBefore: number; now: Date },
  counts: BatchCounts,
): Promise<boolean> {
  const updated = await db
    .updateTable('feedback_import')
    .set({
      bytes_read: counts.bytesRead,
      rows_read: counts.rowsRead,
      rows_stored: counts.stored,
      rows_unchanged: counts.unchanged,
      rows_skipped: counts.skipped,
      rows_rejected: counts.rejected,
      tally: asJson(counts.tally),
      progressed_at: run.now,
    })
    .where('feedback_import_id', '=', run.importId)
    .where('run_number', '=', run.runNumber)
    .where('rows_read', '=', run.rowsReadBefore)
    .where('status', 'in', ['profiling', 'checking', 'committing'])
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

export async function finishRun(
  db: Db,
  {
    importId,
    runNumber,
    status,
    now,
  }: { importId: string; runNumber: number; status: 'checked' | 'done'; now: Date },
): Promise<void> {
  await db
    .updateTable('feedback_import')
    .set({ status, bytes_read: sql`file_bytes`, finished_at: now })
    .where('feedback_import_id', '=', importId)
    .where('run_number', '=', runNumber)
    .where('status', 'in', ['checking', 'committing'])
    .execute();
}
