import type { Db } from '../../../platform/db';
import type { ImportMapping } from '../../../universal/feedback/import-mapping';
import { type Context, inTransaction } from '../../context';
import type { FeedbackImport } from './feedback-import';
import { advanceRun, type BatchCounts, ensureMonths } from './intake-store';
import { insertRejectedRows } from './rejected-row-store';
import type { Batch } from './row-batch';
import { isSourceEmpty, type SourceHistory } from './source-store';
import {
  changedFieldsOf,
  ChangeTally,
  metricsToClear,
  type RowChange,
  rowReading,
} from './stored-row';
import {
  findStoredRows,
  insertRows,
  lockSource,
  type NewRow,
  type Renaming,
  renameRows,
  updateRows,
} from './stored-row-store';

/** Another run of the same import has taken over; this one leaves everything as it is. */
export class RunReplaced extends Error {}

/**
 * Stores batches one after the other, each in a transaction of its own: new rows are added, rows that differ from what
 * is stored of them are changed, all others are left as they are. A dry run only counts.
 */
export function batchWriter(
  ctx: Context,
  file: FeedbackImport & { mapping: ImportMapping },
  history: SourceHistory,
): (batch: Batch) => Promise<void> {
  const { feedbackImportId: importId, runNumber, status } = file;
  const months = new Set<string>();
  const compare = rowComparison(file.mapping, history);
  let before = file;
  const allNew = (rows: Batch['rows']) => compare(rows, new Map()).fresh;
  const store = async (db: Db, rows: readonly NewRow[], areKnownNew: boolean): Promise<number> => {
    await ensureMonths(
      db,
      rows.map(({ values }) => values),
      months,
    );
    return insertRows(db, rows, { importId, areKnownNew });
  };
  return async (batch) => {
    await inTransaction(ctx, async ({ db, clock }) => {
      const isStored = status === 'committing';
      if (isStored) await lockSource(db, history.source);
      // All rows of a source that is new are new: looking for each of them would only take time.
      const isNewSource =
        isStored &&
        !history.hasStored &&
        (await isSourceEmpty(db, { source: history.source, importId }));
      const stored = isNewSource ? await store(db, allNew(batch.rows), false) : 0;
      const isAllNew = isNewSource && stored === batch.rows.length;
      const known = isAllNew ? undefined : await findStoredRows(db, batch.rows, history);
      const { fresh, changes, renamings } = known
        ? compare(batch.rows, known)
        : { fresh: [], changes: [], renamings: [] };
      if (isStored) {
        await ensureMonths(
          db,
          changes.map(({ values }) => values),
          months,
        );
        await store(db, fresh, true);
        await updateRows(db, changes, { importId });
        await renameRows(db, renamings);
      }
      await insertRejectedRows(db, importId, batch.rejected);
      const tally = new ChangeTally(before.changes);
      for (const change of changes) tally.add(change);
      const added = stored + fresh.length;
      const counts: BatchCounts = {
        ...batch.counts,
        stored: before.rowsStored + added,
        changed: before.rowsChanged + changes.length,
        unchanged: before.rowsUnchanged + batch.rows.length - added - changes.length,
        changes: tally.snapshot(),
      };
      const run = { importId, runNumber, rowsReadBefore: before.rowsRead, now: clock.now() };
      if (!(await advanceRun(db, run, counts))) throw new RunReplaced();
      before = {
        ...before,
        rowsRead: counts.rowsRead,
        rowsSkipped: counts.skipped,
        rowsRejected: counts.rejected,
        rowsStored: counts.stored,
        rowsChanged: counts.changed,
        rowsUnchanged: counts.unchanged,
        changes: counts.changes,
      };
    });
  };
}

/** Tells new rows from rows that are there already, and among these the ones that differ. */
function rowComparison(mapping: ImportMapping, { earlier }: SourceHistory) {
  const read = rowReading(mapping, metricsToClear(mapping, earlier));
  return (rows: Batch['rows'], known: Awaited<ReturnType<typeof findStoredRows>>) => {
    const fresh: NewRow[] = [];
    const changes: RowChange[] = [];
    const renamings: Renaming[] = [];
    rows.forEach((row, place) => {
      const stored = known.get(place);
      const values = read(row, stored);
      if (!stored) {
        fresh.push({ row, values });
        return;
      }
      const fields = changedFieldsOf(stored, values);
      if (fields.length > 0) changes.push({ row, stored, values, fields });
      const isRenamed = stored.rowRef !== row.refs.row || stored.contentRef !== row.refs.content;
      if (isRenamed || stored.occurredAt !== values.occurredAt)
        renamings.push({ stored, row, occurredAt: values.occurredAt });
    });
    return { fresh, changes, renamings };
  };
}
