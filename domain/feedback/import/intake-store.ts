import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import type { ImportChanges, ImportTally } from './feedback-import';
import { asJson } from './import-store';
import { textArray } from './text-array';

/** Makes sure that the months of these rows have their partitions; `known` spares the question next time. */
export async function ensureMonths(
  db: Db,
  rows: readonly { occurredAt: number }[],
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

export interface BatchCounts {
  bytesRead: number;
  rowsRead: number;
  stored: number;
  changed: number;
  unchanged: number;
  skipped: number;
  rejected: number;
  tally: ImportTally;
  changes: ImportChanges;
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
      rows_changed: counts.changed,
      rows_unchanged: counts.unchanged,
      rows_skipped: counts.skipped,
      rows_rejected: counts.rejected,
      tally: asJson(counts.tally),
      changes: asJson(counts.changes),
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
