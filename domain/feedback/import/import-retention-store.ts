import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import { runningStatuses } from './feedback-import';
import { asJson } from './import-store';

/** Imports whose file and refused rows are older than they may be kept; a file that is being read is not among them. */
export async function selectExpiredFiles(
  db: Db,
  before: Date,
): Promise<{ importId: string; fileKey: string | null }[]> {
  return db
    .selectFrom('feedback_import')
    .select(['feedback_import_id as importId', 'file_key as fileKey'])
    .where('created_at', '<', before)
    .where('file_key', 'is not', null)
    .where('status', 'not in', [...runningStatuses])
    .execute();
}

/** What the import changed can no longer be taken back: how it was before is forgotten as well. */
export async function forgetFile(db: Db, importId: string): Promise<void> {
  await db.deleteFrom('import_rejected_row').where('feedback_import_id', '=', importId).execute();
  await db.deleteFrom('import_change').where('feedback_import_id', '=', importId).execute();
  await db
    .updateTable('feedback_import')
    .set({
      file_key: null,
      sample: asJson([]),
      changes: sql`jsonb_set(changes, '{samples}', '[]')`,
    })
    .where('feedback_import_id', '=', importId)
    .execute();
}
