import { NotFound } from '../../../platform/errors';
import { authorise } from '../../access';
import type { Context } from '../../context';
import type { FeedbackImport } from './feedback-import';
import { findImport, selectImports } from './import-store';
import { type RememberedMapping, selectMappings } from './mapping-store';
import { type RejectedRow, selectRejectedRows } from './rejected-row-store';

/** One import. */
export async function getImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<FeedbackImport> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  const found = await findImport(ctx.db, importId);
  if (!found) throw new NotFound();
  return found;
}

/** Imports, the newest first. */
export async function listImports(
  ctx: Context,
  page: { limit: number; after?: { createdAt: Date; importId: string } | undefined },
): Promise<FeedbackImport[]> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  return selectImports(ctx.db, page);
}

/** Mappings remembered from files with the same columns. */
export async function listOfferedMappings(
  ctx: Context,
  file: FeedbackImport,
): Promise<RememberedMapping[]> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  return selectMappings(ctx.db, file.signature);
}

/** Refused rows in the file's own order. */
export async function listRejectedRows(
  ctx: Context,
  { importId, afterLine = 0, limit }: { importId: string; afterLine?: number; limit: number },
): Promise<RejectedRow[]> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  return selectRejectedRows(ctx.db, importId, { afterLine, limit });
}
