import { type ImportMapping, pathKey, sourceKey } from '../../../universal/feedback/import-mapping';
import { type Context, inTransaction } from '../../context';
import type { FeedbackImport } from './feedback-import';
import { ImportRecords } from './import-records';
import { finishRun } from './intake-store';
import { keepDaysIfZoneChanged } from './keep-days';
import { type RowResult, rowReader } from './read-row';
import { respondentKeys } from './respondent-key';
import { Batch } from './row-batch';
import { selectSourceHistory, type SourceHistory } from './source-store';
import { batchWriter, RunReplaced } from './store-batch';
import { selectTouchpointNames } from './touchpoint-names-store';

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
  const source = sourceKey(file.sourceName ?? file.fileName);
  const history = await selectSourceHistory(ctx.db, { source, importId: file.feedbackImportId });
  const read = await prepareReader(ctx, file, history);
  const store = batchWriter(ctx, file, history);
  let batch = new Batch(file);
  let storing = Promise.resolve();
  let rowsRead = 0;
  try {
    for await (const record of records.rows()) {
      rowsRead++;
      const result = read(record.values, record.line);
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
  await inTransaction(ctx, async (tx) => {
    await finishRun(tx.db, {
      importId: file.feedbackImportId,
      runNumber: file.runNumber,
      status,
      now: ctx.clock.now(),
    });
    // Days that were stored in a zone that is no longer the organisation's are those days still.
    if (status === 'done') await keepDaysIfZoneChanged(tx, zoneOf(ctx, file));
  });
}

/** The zone that the run began in, so that one that goes on after a change reads the rest of the dates alike. */
const zoneOf = (ctx: Context, file: FeedbackImport): string =>
  file.timeZone ?? ctx.organisation.timeZone;

async function prepareReader(
  ctx: Context,
  file: TransferImport,
  { source, hasOldRefs }: SourceHistory,
): Promise<(values: readonly string[], line: number) => RowResult> {
  // Departments that committing will create have no id yet; the dry run only needs to tell them apart.
  const planned = file.mapping.departments
    .filter(({ action }) => action === 'create')
    .map(({ path }) => pathKey(path));
  return rowReader({
    columns: file.columns,
    signature: file.signature,
    source,
    hasOldRefs,
    mapping: file.mapping,
    createdDepartments: new Map(file.status === 'checking' ? planned.map((key) => [key, key]) : []),
    touchpoints: await selectTouchpointNames(ctx.db),
    timeZone: zoneOf(ctx, file),
    // The day the run began on, so that one that goes on after midnight judges the rest of the rows alike.
    now: file.startedAt ?? ctx.clock.now(),
    respondentKeyOf: respondentKeys(ctx.config.secret, source),
  });
}
