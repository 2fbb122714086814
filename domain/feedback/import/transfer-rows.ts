import { type ImportMapping, pathKey } from '../../../universal/feedback/import-mapping';
import { type Context, inTransaction } from '../../context';
import type { CsvRecord } from './csv-reader';
import type { FeedbackImport, ImportTally } from './feedback-import';
import { ImportRecords } from './import-records';
import {
  advanceRun,
  type BatchCounts,
  countStored,
  ensureMonths,
  finishRun,
  insertFeedback,
} from './intake-store';
import { type ReadRow, type RowResult, rowReader } from './read-row';
import { insertRejectedRows, type RejectedRow } from './rejected-row-store';
import { isSatisfied } from '../../../universal/feedback/import-score';
import { selectTouchpointNames } from './touchpoint-names-store';

/** Another run of the same import has taken over; this one leaves everything as it is. */
class RunReplaced extends Error {}

export interface TransferOptions {
  signal?: AbortSignal;
  /** Rows that are stored, and counted as done, together. */
  batchRows?: number;
}

type TransferImport = FeedbackImport & { mapping: ImportMapping };

/**
 * Takes the rows of the file in: all of them checked, and, when committing, stored. Each batch is committed with the
 * counters, so a run that was killed goes on after the last batch and stores nothing twice. While the database stores
 * one batch the next is being read.
 */
export async function transferRows(
  ctx: Context,
  file: TransferImport,
  { signal, batchRows = 2500 }: TransferOptions = {},
): Promise<void> {
  const records = new ImportRecords(ctx, file);
  const read = await prepareReader(ctx, file);
  const store = batchWriter(ctx, file);
  let batch = new Batch(file);
  let storing = Promise.resolve();
  let rowsRead = 0;
  try {
    for await (const record of records.rows()) {
      rowsRead++;
      const result = read(record.values);
      // Rows of earlier runs are read again, since equal rows are told apart by how many came before.
      if (rowsRead <= file.rowsRead) continue;
      batch.add(record, result);
      if (batch.size < batchRows) continue;
      signal?.throwIfAborted();
      batch.close(records.bytes, rowsRead);
      await storing;
      storing = store(batch);
      storing.catch(() => undefined);
      batch = batch.next();
    }
    await storing;
    batch.close(records.bytes, rowsRead);
    await store(batch);
  } catch (error) {
    await storing.catch(() => undefined);
    if (error instanceof RunReplaced) return;
    throw error;
  }
  const status = file.status === 'committing' ? 'done' : 'checked';
  await finishRun(ctx.db, {
    importId: file.feedbackImportId,
    runNumber: file.runNumber,
    status,
    now: ctx.clock.now(),
  });
}

async function prepareReader(
  ctx: Context,
  file: TransferImport,
): Promise<(values: readonly string[]) => RowResult> {
  // Departments that committing will create have no id yet; the dry run only needs to tell them apart.
  const planned = file.mapping.departments
    .filter(({ action }) => action === 'create')
    .map(({ path }) => pathKey(path));
  return rowReader({
    columns: file.columns,
    signature: file.signature,
    mapping: file.mapping,
    createdDepartments: new Map(file.status === 'checking' ? planned.map((key) => [key, key]) : []),
    touchpoints: await selectTouchpointNames(ctx.db),
    timeZone: ctx.organisation.timeZone,
    // The day the run began on, so that one that goes on after midnight judges the rest of the rows alike.
    now: file.startedAt ?? ctx.clock.now(),
  });
}

/** Stores batches one after the other, each in a transaction of its own. */
function batchWriter(ctx: Context, file: TransferImport): (batch: Batch) => Promise<void> {
  const { feedbackImportId: importId, runNumber, status } = file;
  const { metric } = file.mapping.columns;
  const months = new Set<string>();
  let stored = file.rowsStored;
  let unchanged = file.rowsUnchanged;
  let rowsReadBefore = file.rowsRead;
  return async (batch) => {
    await inTransaction(ctx, async ({ db, clock }) => {
      const isNew = status === 'committing';
      if (isNew) await ensureMonths(db, batch.rows, months);
      const fresh = isNew
        ? await insertFeedback(db, batch.rows, { importId, metric })
        : batch.rows.length - (await countStored(db, batch.rows));
      await insertRejectedRows(db, importId, batch.rejected);
      const counts: BatchCounts = {
        ...batch.counts,
        stored: stored + fresh,
        unchanged: unchanged + batch.rows.length - fresh,
      };
      if (
        !(await advanceRun(db, { importId, runNumber, rowsReadBefore, now: clock.now() }, counts))
      )
        throw new RunReplaced();
      ({ stored, unchanged } = counts);
    });
    rowsReadBefore = batch.counts.rowsRead;
  };
}

type Before = Pick<TransferImport, 'rowsSkipped' | 'rowsRejected' | 'tally' | 'mapping'>;

/** The rows between two commits, and what the counters will be after them. */
class Batch {
  readonly rows: ReadRow[] = [];
  readonly rejected: RejectedRow[] = [];
  counts: Omit<BatchCounts, 'stored' | 'unchanged'> = {
    bytesRead: 0,
    rowsRead: 0,
    skipped: 0,
    rejected: 0,
    tally: [],
  };
  size = 0;
  readonly #before: Before;
  readonly #tally: Tally;
  #skipped = 0;

  constructor(before: Before, tally = new Tally(before.tally)) {
    this.#before = before;
    this.#tally = tally;
  }

  add({ line, values }: CsvRecord, result: RowResult): void {
    this.size++;
    if (result.kind === 'skipped') this.#skipped++;
    else if (result.kind === 'rejected')
      this.rejected.push({ line, cells: values, problems: result.problems });
    else {
      this.rows.push(result.row);
      const { metric } = this.#before.mapping.columns;
      const { score } = result.row;
      this.#tally.add(result.row, score !== null && metric !== null && isSatisfied(metric, score));
    }
  }

  /** Settles the counters: `rowsRead` rows of the file are in this batch and the ones before. */
  close(bytesRead: number, rowsRead: number): void {
    this.counts = {
      bytesRead,
      rowsRead,
      skipped: this.#before.rowsSkipped + this.#skipped,
      rejected: this.#before.rowsRejected + this.rejected.length,
      tally: this.#tally.snapshot(),
    };
  }

  next(): Batch {
    const { skipped, rejected } = this.counts;
    return new Batch(
      { ...this.#before, rowsSkipped: skipped, rowsRejected: rejected },
      this.#tally,
    );
  }
}

class Tally {
  #entries = new Map<string, ImportTally[number]>();

  constructor(before: ImportTally) {
    for (const entry of before) this.#entries.set(pathKey(entry.path), { ...entry });
  }

  add({ path, score, occurredAt }: ReadRow, satisfied: boolean): void {
    const key = pathKey(path);
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = {
        path: [...path],
        rows: 0,
        scored: 0,
        satisfied: 0,
        firstAt: occurredAt,
        lastAt: occurredAt,
      };
      this.#entries.set(key, entry);
    }
    entry.rows++;
    if (score !== null) entry.scored++;
    if (satisfied) entry.satisfied++;
    entry.firstAt = Math.min(entry.firstAt, occurredAt);
    entry.lastAt = Math.max(entry.lastAt, occurredAt);
  }

  snapshot(): ImportTally {
    return [...this.#entries.values()].map((entry) => ({ ...entry }));
  }
}
