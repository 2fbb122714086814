import { DateTime } from 'luxon';
import type { Context } from '../../context';
import { forgetFile, selectExpiredFiles } from './import-retention-store';

/** How long an uploaded file and its refused rows are kept, for repair: they hold what customers wrote. */
export const fileRetentionDays = 90;

/**
 * Removes uploaded files, refused rows and what rows were before an import changed them after their time; the counts of
 * the import stay.
 */
export async function forgetImportFiles(ctx: Context, { asOf }: { asOf: Date }): Promise<void> {
  const before = DateTime.fromJSDate(asOf).minus({ days: fileRetentionDays }).toJSDate();
  for (const { importId, fileKey } of await selectExpiredFiles(ctx.db, before)) {
    if (fileKey) await ctx.storage.remove(fileKey);
    await forgetFile(ctx.db, importId);
  }
}
