import type { Report } from '../../../server/files.server';
import { messagesOf } from '../../../universal/text';
import { scorecardMessages } from '../../locales/scorecards';
import type { Grid } from '../load-grid';
import { definitionsOf, factsOf, type FileBasis } from './file-basis';
import { heatSection } from './heat-section';
import { scoreSection } from './score-report';

/** The grid as a document: the table, the heat map, the definitions. */
export function gridReport(grid: Grid, basis: FileBasis): Report {
  const { locale } = basis;
  const t = messagesOf(scorecardMessages, locale);
  const { rows, metrics, whole, choice } = grid;
  const shallowest = Math.min(...rows.map(({ level }) => level));
  const placed = rows.map((row) => ({
    ...row,
    depth: choice.sortBy === null ? row.level - shallowest : 0,
  }));
  return {
    locale,
    organisation: basis.organisation,
    title: t.title,
    facts: factsOf(basis, grid),
    generatedAt: basis.now,
    pageOf: (page, pages) => t.pageOf({ page: String(page), pages: String(pages) }),
    sections: [
      scoreSection({
        locale,
        heading: t.question,
        note: t.description,
        first: t.department,
        metrics,
        rows: placed,
      }),
      ...(rows.length === 0 ? [] : [heatSection({ locale, metrics, rows: placed, whole })]),
      { kind: 'terms', heading: t.definitions, terms: definitionsOf(locale, metrics) },
    ],
  };
}
