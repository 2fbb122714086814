import { Link, useSearchParams } from '@remix-run/react';

import { changedSearch } from '../components/address';
import { formatCount } from '../../universal/format';
import { shellMessages } from '../locales/shell';
import { useLocale, useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import type { Places } from './arrange-rows';
import classes from './grid-table.module.css';
import { shortMetricName } from './metric-format';
import type { PageGrid, PageRow } from './page-grid';
import { departmentAddress, metricAddress } from './scorecard-address';
import { lineOf } from './scorecard';
import { ScoreCell } from './score-cell';

/** The rows of a grid and what they are shown with. */
export type TableGrid = Pick<PageGrid, 'choice' | 'metrics' | 'rows' | 'places' | 'comparedWith'>;

interface GridTableProps {
  grid: TableGrid;
  caption: string;
  isSortable?: boolean;
}

/** Departments × metrics as a table. On a narrow screen each department becomes a block, still a row to a screen reader. */
export function GridTable({ grid, caption, isSortable = true }: GridTableProps) {
  const t = useMessages(scorecardMessages);
  const [search] = useSearchParams();
  const { choice, metrics, rows } = grid;
  const shallowest = Math.min(...rows.map(({ level }) => level));
  return (
    <table className={classes.table} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <SortHeader
            id="name"
            name={t.department}
            grid={grid}
            isTextFirst
            isSortable={isSortable}
          />
          {metrics.map((metric) => (
            <SortHeader
              key={metric.key}
              id={metric.key}
              name={shortMetricName(metric)}
              grid={grid}
              isTextFirst={false}
              isEstimate={metric.unit !== 'COUNT'}
              isSortable={isSortable}
            />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={row.departmentId} role="row">
            <th scope="row" role="rowheader">
              <DepartmentName
                row={row}
                depth={choice.sortBy === null ? row.level - shallowest : 0}
                isSorted={choice.sortBy !== null}
                search={search}
              />
              <PlaceWords places={grid.places?.[index] ?? null} />
            </th>
            {metrics.map((metric) => {
              const line = lineOf(row, metric.key);
              return (
                <td key={metric.key} role="cell">
                  <span className={classes.label} aria-hidden>
                    {shortMetricName(metric)}
                  </span>
                  {line && (
                    <ScoreCell
                      metric={metric}
                      current={line.current}
                      change={line.change}
                      target={line.target}
                      status={line.status}
                      spark={line.spark}
                      isSparkPartial={line.isSparkPartial}
                      isCompared={grid.comparedWith !== null}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlaceWords({ places }: { places: Places | null }) {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  if (!places) return null;
  const { best, worst } = places;
  return (
    <span className="quiet small">
      {t.place({ best: formatCount(locale, best), worst: formatCount(locale, worst) })}
    </span>
  );
}

interface DepartmentNameProps {
  row: PageRow;
  depth: number;
  isSorted: boolean;
  search: URLSearchParams;
}

function DepartmentName({ row, depth, isSorted, search }: DepartmentNameProps) {
  const t = useMessages(scorecardMessages);
  return (
    <span
      className={classes.name}
      data-depth={Math.min(depth, 3)}
      style={{ '--depth': depth } as React.CSSProperties}
    >
      {depth > 0 && <span className={classes.rail} aria-hidden />}
      <Link to={departmentAddress(row.departmentId, search)} prefetch="intent">
        {row.name}
      </Link>
      {isSorted && row.parentName && (
        <span className="quiet small"> {t.inside({ parent: row.parentName })}</span>
      )}
    </span>
  );
}

interface SortHeaderProps {
  id: string;
  name: string;
  grid: TableGrid;
  isSortable: boolean;
  /** Names begin with A, numbers with the largest. */
  isTextFirst: boolean;
  /** Estimates are sorted by an end of their interval. */
  isEstimate?: boolean;
}

function SortHeader({
  id,
  name,
  grid,
  isTextFirst,
  isSortable,
  isEstimate = false,
}: SortHeaderProps) {
  const t = useMessages(scorecardMessages);
  const shell = useMessages(shellMessages);
  const [search] = useSearchParams();
  const { sortBy, isDescending } = grid.choice;
  const isSorted = sortBy === id;
  const goesDown = isSorted ? !isDescending : !isTextFirst;
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      {isSortable ? (
        <Link
          to={changedSearch(search, { sort: `${goesDown ? '-' : ''}${id}` })}
          className={classes.sort}
          data-sorted={isSorted || undefined}
          title={(isEstimate ? t.sortByEstimate : shell.sortBy)({ column: name })}
          preventScrollReset
          replace
        >
          {name}
          <svg width="8" height="10" viewBox="0 0 8 10" fill="currentColor" aria-hidden>
            <path d="M4 0 7.5 4H.5Z" opacity={isSorted && isDescending ? 0.25 : 1} />
            <path d="M4 10 .5 6h7Z" opacity={isSorted && !isDescending ? 0.25 : 1} />
          </svg>
        </Link>
      ) : (
        name
      )}
      {!isTextFirst && (
        <Link
          to={metricAddress(id, search)}
          className={classes.about}
          aria-label={t.showDefinition({ metric: name })}
          title={t.showDefinition({ metric: name })}
        >
          <svg
            width="14"
            height="14"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            aria-hidden
          >
            <circle cx="8" cy="8" r="6.5" />
            <path d="M8 7.2v4M8 4.6v.6" strokeLinecap="round" />
          </svg>
        </Link>
      )}
    </th>
  );
}
