import type { Report, ReportSection } from '../../../server/files.server';
import { formatDate } from '../../../universal/format';
import { messagesOf } from '../../../universal/text';
import { scorecardMessages } from '../../locales/scorecards';
import type { CustomerComment, Department } from '../load-department';
import { definitionsOf, factsOf, type FileBasis } from './file-basis';
import { trendChart } from './report-charts';
import { scoreSection } from './score-report';

function commentSection(
  basis: FileBasis,
  heading: string,
  comments: readonly CustomerComment[],
): ReportSection {
  return {
    kind: 'terms',
    heading,
    terms: comments.map(({ text, department, touchpoint, occurredAt }) => ({
      term: [
        formatDate(basis.locale, occurredAt, basis.timeZone),
        department?.name,
        touchpoint?.name,
      ]
        .filter(Boolean)
        .join(' · '),
      words: text,
    })),
  };
}

/** A department's scorecard as a document: its numbers, each over time, by what it is made of, and what customers wrote. */
export function departmentReport(card: Department, basis: FileBasis): Report {
  const { locale } = basis;
  const t = messagesOf(scorecardMessages, locale);
  const { metrics, lines, department } = card;
  const shared = { locale, metrics };
  const tables = [
    { heading: t.below, first: t.department, rows: card.children },
    { heading: t.byTouchpoint, first: t.touchpoint, rows: card.byTouchpoint },
    { heading: t.byChannel, first: t.channel, rows: card.byChannel },
  ];
  return {
    locale,
    organisation: basis.organisation,
    title: department.name,
    facts: [{ label: t.owner, value: department.headName ?? t.noOwner }, ...factsOf(basis, card)],
    generatedAt: basis.now,
    pageOf: (page, pages) => t.pageOf({ page: String(page), pages: String(pages) }),
    sections: [
      scoreSection({
        ...shared,
        heading: t.question,
        first: t.department,
        rows: [{ name: department.name, lines }],
      }),
      {
        kind: 'charts',
        heading: t.viewTrends,
        note: t.trendNote,
        perRow: 2,
        charts: lines.flatMap((line) => {
          const metric = metrics.find(({ key }) => key === line.metricKey);
          return metric ? [trendChart(locale, metric, line, card.period)] : [];
        }),
      },
      ...tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => scoreSection({ ...shared, ...table })),
      ...(card.comments && card.comments.newest.length > 0
        ? [
            commentSection(basis, t.newest, card.comments.newest),
            commentSection(basis, t.critical, card.comments.critical),
          ]
        : []),
      { kind: 'terms', heading: t.definitions, terms: definitionsOf(locale, metrics) },
    ],
  };
}
