import type { ColumnMapping } from '../../../universal/feedback/import-mapping';
import { sourceKey } from '../../../universal/feedback/import-mapping';
import { authorise } from '../../access';
import type { Context } from '../../context';
import type { FeedbackImport } from './feedback-import';
import { findLatestStored } from './source-store';

/** In what a file was read differently from an earlier one. */
export const readingDifferences = [
  'scores',
  'date_order',
  'row_id',
  'time_zone',
  'columns',
  'source',
] as const;
export type ReadingDifference = (typeof readingDifferences)[number];

/** The import that this one likely corrects or goes on from. */
export interface EarlierImport {
  importId: string;
  fileName: string;
  sourceName: string;
  createdAt: Date;
  isSameFile: boolean;
  differences: ReadingDifference[];
}

/** The latest stored import of the same file, else of the same source. Undefined where there is none. */
export async function findEarlierImport(
  ctx: Context,
  file: FeedbackImport,
): Promise<EarlierImport | undefined> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  const source = file.sourceName === null ? null : sourceKey(file.sourceName);
  const found = await findLatestStored(ctx.db, {
    importId: file.feedbackImportId,
    createdAt: file.createdAt,
    source,
    fileHash: file.fileHash,
  });
  if (!found) return undefined;
  const { mapping, signature, timeZone, fileHash, ...earlier } = found;
  const differences: ReadingDifference[] = file.mapping
    ? columnDifferences(mapping.columns, file.mapping.columns)
    : [];
  const zone = file.timeZone ?? ctx.organisation.timeZone;
  if (timeZone !== null && timeZone !== zone) differences.push('time_zone');
  if (signature !== file.signature) differences.push('columns');
  if (source !== null && sourceKey(earlier.sourceName) !== source) differences.push('source');
  return {
    ...earlier,
    isSameFile: fileHash !== null && fileHash === file.fileHash,
    differences,
  };
}

function columnDifferences(before: ColumnMapping, after: ColumnMapping): ReadingDifference[] {
  const scoresOf = ({ scores }: ColumnMapping) =>
    scores.map(({ column, metric, best }) => `${metric} ${best} ${column}`).sort();
  const differences: ReadingDifference[] = [];
  if (scoresOf(before).join('\n') !== scoresOf(after).join('\n')) differences.push('scores');
  if (before.date !== after.date || before.dateOrder !== after.dateOrder)
    differences.push('date_order');
  if (before.rowId !== after.rowId) differences.push('row_id');
  return differences;
}
