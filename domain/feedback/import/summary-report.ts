import { stringify } from 'csv-stringify/sync';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { getImport } from './get-import';

const headers = {
  en: ['rows', 'with a score', 'satisfied', 'satisfied %'],
  zh: ['行数', '有分数', '满意', '满意 %'],
};

/** What the run says of each value of the department columns, as CSV. */
export async function summaryReport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<{ fileName: string; content: string }> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  const { tally, mapping, fileName } = await getImport(ctx, { importId });
  const levels = mapping?.columns.department ?? [];
  const rows = tally.map(({ path, rows: count, scored, satisfied }) => [
    ...levels.map((_name, index) => path[index] ?? ''),
    count,
    scored,
    satisfied,
    scored === 0 ? '' : ((100 * satisfied) / scored).toFixed(1),
  ]);
  const content = `\ufeff${stringify([[...levels, ...headers[ctx.locale]], ...rows])}`;
  return { fileName: `${fileName.replace(/\.[^.]*$/, '')}-summary.csv`, content };
}
