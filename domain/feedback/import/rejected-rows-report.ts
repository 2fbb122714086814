import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../../../universal/text';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { reportColumns } from './csv-dialect';
import { getImport } from './get-import';
import { problemText } from './import-problem';
import { type RejectedRow, selectRejectedRows } from './rejected-row-store';

const pageSize = 1000;

/**
 * The refused rows as CSV, in the file's own order and columns, with the reason in columns after them. Once repaired it
 * can be uploaded as it is: the added columns are ignored. With a byte order mark, so that spreadsheets read it as UTF-8.
 */
export async function rejectedRowsReport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<{ fileName: string; content: AsyncGenerator<string> }> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  const file = await getImport(ctx, { importId });
  const kept = file.columns.flatMap((name, index) =>
    (reportColumns as readonly string[]).includes(name) ? [] : [index],
  );
  const header = [...kept.map((index) => file.columns[index] ?? ''), ...reportColumns];
  async function* content(): AsyncGenerator<string> {
    yield `\ufeff${stringify([header])}`;
    let afterLine = 0;
    for (;;) {
      const rows = await selectRejectedRows(ctx.db, importId, { afterLine, limit: pageSize });
      if (rows.length === 0) return;
      yield stringify(
        rows.map((row) => [
          ...kept.map((index) => row.cells[index] ?? ''),
          ...reasonCells(row, ctx.locale),
        ]),
      );
      afterLine = rows[rows.length - 1]!.line;
    }
  }
  return { fileName: `${file.fileName.replace(/\.[^.]*$/, '')}-rejected.csv`, content: content() };
}

function reasonCells({ line, problems }: RejectedRow, locale: Locale): string[] {
  const joined = (pick: (problem: RejectedRow['problems'][number]) => string) =>
    problems.map(pick).join(' | ');
  return [
    String(line),
    joined(({ column }) => column ?? ''),
    joined(({ value }) => value),
    joined((problem) => problemText(problem)[locale]),
  ];
}
