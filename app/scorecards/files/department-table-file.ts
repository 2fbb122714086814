import type { ExportTable } from '../../../server/files.server';
import { messagesOf } from '../../../universal/text';
import { scorecardMessages } from '../../locales/scorecards';
import type { Department } from '../load-department';
import { lineOf, type Line } from '../scorecard';
import { definitionsOf, factsOf, type FileBasis } from './file-basis';
import { scoreCells, scoreColumns } from './score-columns';

type Part = {
  name: string;
  lines: readonly (Pick<Line, 'metricKey' | 'current' | 'change'> & Partial<Line>)[];
};

/** A department's scorecard as one table: itself, the departments below, its touchpoints and its channels. */
export function departmentTableFile(card: Department, basis: FileBasis): ExportTable {
  const { locale } = basis;
  const t = messagesOf(scorecardMessages, locale);
  const parts: [string, readonly Part[]][] = [
    [t.department, [{ name: card.department.name, lines: card.lines }]],
    [t.below, card.children],
    [t.byTouchpoint, card.byTouchpoint],
    [t.byChannel, card.byChannel],
  ];
  return {
    name: card.department.name,
    columns: [
      { header: t.view, kind: 'text', width: 22 },
      { header: t.partName, kind: 'text', width: 30 },
      ...card.metrics.flatMap((metric) => scoreColumns(locale, metric, true)),
    ],
    rows: parts.flatMap(([kind, rows]) =>
      rows.map((row) => [
        kind,
        row.name,
        ...card.metrics.flatMap((metric) =>
          scoreCells(locale, metric, lineOf(row, metric.key), true),
        ),
      ]),
    ),
    notes: {
      name: t.notes,
      rows: [
        [t.owner, card.department.headName ?? t.noOwner],
        ...factsOf(basis, card).map(({ label, value }) => [label, value] as const),
        ...definitionsOf(locale, card.metrics).map(({ term, words }) => [term, words] as const),
      ],
    },
  };
}
