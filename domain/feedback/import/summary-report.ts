import { authorise } from '../../access';
import type { Context } from '../../context';
import { csv } from '../../intake';
import { getImport } from './get-import';

const headers = {
  en: {
    rows: 'rows',
    of: (score: string) => [`with ${score}`, `satisfied (${score})`, `satisfied % (${score})`],
  },
  zh: {
    rows: '行数',
    of: (score: string) => [`有 ${score}`, `满意（${score}）`, `满意 %（${score}）`],
  },
};

/** What the run says of each value of the department columns, as CSV. */
export async function summaryReport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<{ fileName: string; content: string }> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  const { tally, mapping, fileName } = await getImport(ctx, { importId });
  const levels = mapping?.columns.department ?? [];
  const metrics = mapping?.columns.scores.map(({ metric }) => metric) ?? [];
  const rows = tally.map(({ path, rows: count, scores }) => [
    ...levels.map((_name, index) => path[index] ?? ''),
    count,
    ...metrics.flatMap((metric) => {
      const { scored, satisfied } = scores[metric] ?? { scored: 0, satisfied: 0 };
      return [scored, satisfied, scored === 0 ? '' : ((100 * satisfied) / scored).toFixed(1)];
    }),
  ]);
  const words = headers[ctx.locale];
  const header = [
    ...levels,
    words.rows,
    ...metrics.flatMap((metric) => words.of(metric.toUpperCase())),
  ];
  const content = `\ufeff${csv([header, ...rows])}`;
  return { fileName: `${fileName.replace(/\.[^.]*$/, '')}-summary.csv`, content };
}
