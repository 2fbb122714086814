import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

import { formatNumber } from '../../universal/format';
import { DataTable, type Column } from '../components/data-table';
import { FilterChips } from '../components/filter-chips';
import { Pagination } from '../components/pagination';
import { SearchField } from '../components/search-field';
import { useLocale, useMessages } from '../locale';
import { reviewMessages } from '../locales/reviews';
import { DueDay } from './due-day';
import { StepBadge, stepKey } from './step-badge';
import { StepFilter } from './step-filter';
import classes from './review-list.module.css';

export interface ListedReview {
  reviewId: string;
  cycleName: string;
  employeeName: string;
  managerName?: string | null;
  departmentName: string;
  positionTitle: string;
  step: string;
  dueOn: string | null;
  overallScore: number | null;
}

interface ReviewListProps {
  caption: string;
  rows: readonly ListedReview[];
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  search: string;
  step: string | undefined;
  showsCycle?: boolean;
  showsManager?: boolean;
  empty: ReactNode;
}

/** Reviews with search, a filter by step, and pages. */
export function ReviewList(props: ReviewListProps) {
  const t = useMessages(reviewMessages);
  const { caption, rows, totalCount, pageInfo, search, step, empty } = props;
  const isNarrowed = search !== '' || step !== undefined;
  const filters = [
    ...(search ? [{ parameter: 'q', label: t.searchedFor({ words: search }) }] : []),
    ...(step
      ? [{ parameter: 'step', label: t.filterBy({ step: t[`step_${stepKey(step)}`] }) }]
      : []),
  ];
  return (
    <>
      {(totalCount > 0 || isNarrowed) && (
        <div className={classes.tools}>
          <SearchField label={t.searchPeople} />
          <StepFilter />
        </div>
      )}
      <div className={classes.chips}>
        <FilterChips filters={filters} />
      </div>
      <DataTable
        caption={caption}
        columns={useColumns(props)}
        rows={rows}
        rowId={({ reviewId }) => reviewId}
        empty={empty}
      />
      {rows.length > 0 && (
        <div className={classes.foot}>
          <Pagination pageInfo={pageInfo} totalCount={totalCount} />
        </div>
      )}
    </>
  );
}

function useColumns({
  showsCycle = false,
  showsManager = false,
}: ReviewListProps): Column<ListedReview>[] {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  const columns: (Column<ListedReview> | false)[] = [
    {
      id: 'person',
      header: t.person,
      isRowHeader: true,
      enableSorting: false,
      cell: ({ row: { original } }) => (
        <>
          <Link to={`/reviews/${original.reviewId}`}>{original.employeeName}</Link>
          <div className="quiet small">{original.positionTitle}</div>
        </>
      ),
    },
    {
      id: 'department',
      accessorKey: 'departmentName',
      header: t.department,
      isMinor: true,
      enableSorting: false,
    },
    showsManager && {
      id: 'manager',
      accessorKey: 'managerName',
      header: t.manager,
      isMinor: true,
      enableSorting: false,
    },
    showsCycle && {
      id: 'cycle',
      accessorKey: 'cycleName',
      header: t.cycle,
      isMinor: true,
      enableSorting: false,
    },
    {
      id: 'step',
      header: t.step,
      enableSorting: false,
      cell: ({ row: { original } }) => (
        <>
          <StepBadge step={original.step} />
          {original.dueOn && (
            <div className="quiet small">
              {t.due}: <DueDay day={original.dueOn} />
            </div>
          )}
        </>
      ),
    },
    {
      id: 'score',
      header: t.score,
      align: 'end',
      enableSorting: false,
      cell: ({ row: { original } }) =>
        original.overallScore === null ? '–' : formatNumber(locale, original.overallScore),
    },
  ];
  return columns.filter((column) => column !== false);
}
