import type { Locale } from '../../../universal/text';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { repairReport } from '../../intake';
import { getImport } from './get-import';
import { problemText } from './import-problem';
import { type RejectedRow, selectRejectedRows } from './rejected-row-store';

const pageSize = 1000;

/** The refused rows as a file to repair and upload again. */
export async function rejectedRowsReport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<{ fileName: string; content: AsyncGenerator<string> }> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  const file = await getImport(ctx, { importId });
  async function* pages() {
    let afterLine = 0;
    for (;;) {
      const rows = await selectRejectedRows(ctx.db, importId, { afterLine, limit: pageSize });
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map((row) => worded(row, ctx.locale));
      afterLine = last.line;
    }
  }
  return {
    fileName: `${file.fileName.replace(/\.[^.]*$/, '')}-rejected.csv`,
    content: repairReport(file.columns, pages()),
  };
}

const worded = ({ line, cells, problems }: RejectedRow, locale: Locale) => ({
  line,
  cells,
  problems: problems.map((problem) => ({
    field: problem.column ?? '',
    value: problem.value,
    reason: problemText(problem)[locale],
  })),
});
