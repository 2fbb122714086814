import { sql, type SelectQueryBuilder } from 'kysely';
import type { Database, Db } from '../../../platform/db';
import type { ImportMapping } from '../../../universal/feedback/import-mapping';
import { storableJson } from '../../intake';
import {
  type FeedbackImport,
  type ImportFailure,
  type ImportProfile,
  type ImportStatus,
  type RunningStatus,
} from './feedback-import';
import type { FileInspection } from './inspect-file';

/** A JSON value as a parameter, whatever its kind: a bare array or string would be taken for another type. */
export const asJson = (value: unknown) => sql<never>`${storableJson(value)}::text::jsonb`;

function selected<O>(query: SelectQueryBuilder<Database, 'feedback_import', O>) {
  return query.select([
    'feedback_import_id as feedbackImportId',
    'file_name as fileName',
    'file_key as fileKey',
    'file_bytes as fileBytes',
    'encoding',
    'encoding_certainty as encodingCertainty',
    'encoding_candidates as encodingCandidates',
    'delimiter',
    'columns',
    'header_signature as signature',
    'guess',
    'sample',
    'status',
    'failure',
    'source_name as sourceName',
    'file_hash as fileHash',
    'time_zone as timeZone',
    'mapping_name as mappingName',
    'mapping',
    'profile',
    'run_number as runNumber',
    'bytes_read as bytesRead',
    'rows_read as rowsRead',
    'rows_stored as rowsStored',
    'rows_changed as rowsChanged',
    'rows_unchanged as rowsUnchanged',
    'rows_skipped as rowsSkipped',
    'rows_rejected as rowsRejected',
    'tally',
    'changes',
    'started_at as startedAt',
    'progressed_at as progressedAt',
    'finished_at as finishedAt',
    'created_at as createdAt',
  ]);
}

export async function findImport(db: Db, importId: string): Promise<FeedbackImport | undefined> {
  const row = await selected(db.selectFrom('feedback_import'))
    .where('feedback_import_id', '=', importId)
    .executeTakeFirst();
  // The JSON columns are written by this file only.
  return row as unknown as FeedbackImport | undefined;
}

/** Imports from the newest; `after` is the last one of the page before. */
export async function selectImports(
  db: Db,
  { limit, after }: { limit: number; after?: { createdAt: Date; importId: string } | undefined },
): Promise<FeedbackImport[]> {
  let query = selected(db.selectFrom('feedback_import'))
    .orderBy('created_at', 'desc')
    .orderBy('feedback_import_id', 'desc')
    .limit(limit);
  if (after)
    query = query.where(
      sql<boolean>`(created_at, feedback_import_id) < (${after.createdAt}, ${after.importId}::uuid)`,
    );
  return (await query.execute()) as unknown as FeedbackImport[];
}

export async function insertImport(
  db: Db,
  row: {
    importId: string;
    fileName: string;
    fileKey: string;
    fileBytes: number;
    fileHash: string;
    inspection: FileInspection;
    userAccountId: string | null;
    createdAt: Date;
  },
): Promise<void> {
  const { inspection } = row;
  await db
    .insertInto('feedback_import')
    .values({
      feedback_import_id: row.importId,
      file_name: row.fileName,
      file_key: row.fileKey,
      file_bytes: row.fileBytes,
      file_hash: row.fileHash,
      ...asRow(inspection),
      status: 'uploaded',
      uploaded_by_user_account_id: row.userAccountId,
      created_at: row.createdAt,
    })
    .execute();
}

const asRow = ({ encoding, ...inspection }: FileInspection) => ({
  encoding: encoding.encoding,
  encoding_certainty: encoding.certainty,
  encoding_candidates: asJson(encoding.candidates),
  delimiter: inspection.delimiter,
  columns: asJson(inspection.columns),
  header_signature: inspection.signature,
  guess: asJson(inspection.guess),
  sample: asJson(inspection.sample),
});

/** Begins an import again with the file read in another way; false when it does not stand where that is possible. */
export async function storeInspection(
  db: Db,
  {
    importId,
    inspection,
    from,
  }: { importId: string; inspection: FileInspection; from: readonly ImportStatus[] },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feedback_import')
    .set({ ...asRow(inspection), status: 'uploaded', mapping: null, profile: null, failure: null })
    .where('feedback_import_id', '=', importId)
    .where('status', 'in', [...from])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Starts a run from nothing: counters and refused rows of the run before are forgotten. Resolves to the run's number. */
export async function startRun(
  db: Db,
  importId: string,
  {
    from,
    to,
    mapping,
    mappingName,
    sourceName,
    timeZone,
    now,
  }: {
    from: readonly ImportStatus[];
    to: RunningStatus;
    mapping: ImportMapping;
    mappingName: string | null;
    sourceName: string;
    timeZone: string;
    now: Date;
  },
): Promise<number | undefined> {
  const row = await db
    .updateTable('feedback_import')
    .set({
      status: to,
      mapping: asJson(mapping),
      mapping_name: mappingName,
      source_name: sourceName,
      time_zone: timeZone,
      failure: null,
      run_number: sql`run_number + 1`,
      bytes_read: 0,
      rows_read: 0,
      rows_stored: 0,
      rows_changed: 0,
      rows_unchanged: 0,
      rows_skipped: 0,
      rows_rejected: 0,
      tally: asJson([]),
      changes: asJson({ fields: {}, samples: [] }),
      started_at: now,
      progressed_at: now,
      finished_at: null,
    })
    .where('feedback_import_id', '=', importId)
    .where('status', 'in', [...from])
    .returning('run_number')
    .executeTakeFirst();
  if (!row) return undefined;
  await db.deleteFrom('import_rejected_row').where('feedback_import_id', '=', importId).execute();
  return row.run_number;
}

/** Tells how far a run is that stores nothing on its way. */
export async function storeBytesRead(
  db: Db,
  {
    importId,
    runNumber,
    bytesRead,
    now,
  }: { importId: string; runNumber: number; bytesRead: number; now: Date },
): Promise<void> {
  await db
    .updateTable('feedback_import')
    .set({ bytes_read: bytesRead, progressed_at: now })
    .where('feedback_import_id', '=', importId)
    .where('run_number', '=', runNumber)
    .execute();
}

export async function storeProfile(
  db: Db,
  {
    importId,
    runNumber,
    profile,
    now,
  }: { importId: string; runNumber: number; profile: ImportProfile; now: Date },
): Promise<void> {
  await db
    .updateTable('feedback_import')
    .set({
      status: 'profiled',
      profile: asJson(profile),
      rows_read: profile.rows,
      bytes_read: sql`file_bytes`,
      finished_at: now,
    })
    .where('feedback_import_id', '=', importId)
    .where('run_number', '=', runNumber)
    .where('status', '=', 'profiling')
    .execute();
}

export async function storeFailure(
  db: Db,
  {
    importId,
    runNumber,
    failure,
    now,
  }: { importId: string; runNumber: number; failure: ImportFailure; now: Date },
): Promise<void> {
  await db
    .updateTable('feedback_import')
    .set({ status: 'failed', failure: asJson(failure), finished_at: now })
    .where('feedback_import_id', '=', importId)
    .where('run_number', '=', runNumber)
    .execute();
}
