import type { ExportTable } from '../../../server/files.server';
import { messagesOf } from '../../../universal/text';
import { scorecardMessages } from '../../locales/scorecards';
import type { Grid } from '../load-grid';
import { lineOf } from '../scorecard';
import { definitionsOf, factsOf, type FileBasis } from './file-basis';
import { scoreCells, scoreColumns } from './score-columns';

/** The grid as it is arranged on the screen, each number with n, interval, significance, target and status. */
export function gridTableFile(grid: Grid, basis: FileBasis): ExportTable {
  const { locale } = basis;
  const t = messagesOf(scorecardMessages, locale);
  return {
    name: t.title,
    columns: [
      { header: t.department, kind: 'text', width: 30 },
      { header: t.level, kind: 'count', width: 8 },
      ...grid.metrics.flatMap((metric) => scoreColumns(locale, metric, true)),
    ],
    rows: grid.rows.map((row) => [
      row.name,
      row.level,
      ...grid.metrics.flatMap((metric) =>
        scoreCells(locale, metric, lineOf(row, metric.key), true),
      ),
    ]),
    notes: {
      name: t.notes,
      rows: [
        ...factsOf(basis, grid).map(({ label, value }) => [label, value] as const),
        ...definitionsOf(locale, grid.metrics).map(({ term, words }) => [term, words] as const),
      ],
    },
  };
}
