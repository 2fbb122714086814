import { Link } from '@remix-run/react';

import { EmptyState } from '../components/empty-state';
import { formatCount, formatDateTime } from '../../universal/format';
import { useLocale, useMessages, useTimeZone } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { GridTable } from './grid-table';
import { GridToolbar } from './grid-toolbar';
import { HeatMap } from './heat-map';
import type { PageGrid } from './page-grid';
import { periodWords } from './trend-words';
import { TrendsView } from './trends-view';

/** The scorecards of all departments the reader may see: table, heat map or trend lines. The executive's home shows the same. */
export function ScorecardGrid({ grid }: { grid: PageGrid }) {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  if (grid.total === 0) return <EmptyState title={t.noData}>{t.noDataText}</EmptyState>;
  const period = periodWords(locale, grid.periodSoFar);
  const caption = grid.comparedWith
    ? t.compared({ period, before: periodWords(locale, grid.comparedWith) })
    : t.notCompared({ period });
  return (
    <>
      {grid.total > 1 && <GridToolbar grid={grid} />}
      {grid.rows.length === 0 ? (
        <EmptyState title={t.nothingFound} action={<Link to="?">{t.showAll}</Link>}>
          {t.nothingFoundText}
        </EmptyState>
      ) : grid.choice.view === 'heat' ? (
        <HeatMap grid={grid} />
      ) : grid.choice.view === 'trends' ? (
        <TrendsView grid={grid} />
      ) : (
        <GridTable grid={grid} caption={`${t.question} ${caption}`} />
      )}
    </>
  );
}

/** What the numbers stand on: the two periods and the moment until which feedback is counted. */
export function GridBasis({
  grid,
}: {
  grid: Pick<PageGrid, 'periodSoFar' | 'comparedWith' | 'asOf' | 'judged'>;
}) {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const period = periodWords(locale, grid.periodSoFar);
  return (
    <>
      {grid.comparedWith
        ? t.compared({ period, before: periodWords(locale, grid.comparedWith) })
        : t.notCompared({ period })}
      {locale === 'zh' ? '。' : '. '}
      {t.asOf({ time: formatDateTime(locale, grid.asOf, timeZone) })}
      {grid.judged > 1 && (locale === 'zh' ? '' : ' ')}
      {grid.judged > 1 && t.judgedTogether({ count: formatCount(locale, grid.judged) })}
      {locale === 'zh' ? '' : ' '}
      {t.treeOfTheDay}
    </>
  );
}
