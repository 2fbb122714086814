import { authorise } from '../../access';
import type { Context } from '../../context';
import type { FeedbackImport } from './feedback-import';
import { selectSourceNames, selectSourcesOfColumns } from './source-store';

/**
 * The name of the source that a file is likely from: what was chosen for a file with the same columns and a name that
 * differs in dates and numbers only, else the file's own name. Two shops' files with the same columns are two sources.
 */
export async function suggestSource(
  ctx: Context,
  file: Pick<FeedbackImport, 'feedbackImportId' | 'fileName' | 'signature' | 'sourceName'>,
): Promise<string> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  if (file.sourceName !== null) return file.sourceName;
  const stem = stemOf(file.fileName);
  const alike = await selectSourcesOfColumns(ctx.db, {
    signature: file.signature,
    importId: file.feedbackImportId,
  });
  const before = alike.find(
    ({ fileName }) => stemOf(fileName).toLowerCase() === stem.toLowerCase(),
  );
  return before?.sourceName ?? stem;
}

/** Names of sources to choose from. */
export async function listSourceNames(ctx: Context): Promise<string[]> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  return selectSourceNames(ctx.db);
}

/** A file's name without its ending, and without dates, counters and marks between them. */
function stemOf(fileName: string): string {
  const plain = fileName.replace(/\.[^.]*$/, '');
  const words = plain
    .replace(/[\d_.()[\]-]+/g, ' ')
    .replace(/(^|\s)(copy|rejected|副本)(?=\s|$)/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? plain : words;
}
