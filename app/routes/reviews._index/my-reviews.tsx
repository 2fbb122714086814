import { Link } from '@remix-run/react';

import { formatDate, formatNumber } from '../../../universal/format';
import { StepBadge } from '../../appraisal/step-badge';
import { DataTable, type Column } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewMessages } from '../../locales/reviews';

interface MyReview {
  reviewId: string;
  cycleName: string;
  managerName: string | null;
  step: string;
  overallScore: number | null;
  sharedAt: string | null;
  acknowledgedAt: string | null;
}

/** The reviews about the viewer that have been shared. */
export function MyReviews({ reviews }: { reviews: readonly MyReview[] }) {
  const t = useMessages(reviewMessages);
  return (
    <Panel title={t.mine} description={t.mineText} flush>
      <DataTable
        caption={t.mine}
        columns={useColumns()}
        rows={reviews}
        rowId={({ reviewId }) => reviewId}
        parameter="mine"
        empty={<EmptyState title={t.mineNone}>{t.mineNoneText}</EmptyState>}
      />
    </Panel>
  );
}

function useColumns(): Column<MyReview>[] {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  return [
    {
      id: 'cycle',
      accessorKey: 'cycleName',
      header: t.cycle,
      isRowHeader: true,
      cell: ({ row: { original } }) => (
        <Link to={`/reviews/${original.reviewId}`}>{original.cycleName}</Link>
      ),
    },
    { id: 'manager', accessorKey: 'managerName', header: t.manager, isMinor: true },
    {
      id: 'step',
      accessorKey: 'step',
      header: t.step,
      cell: ({ row: { original } }) => <StepBadge step={original.step} />,
    },
    {
      id: 'shared',
      accessorKey: 'sharedAt',
      header: t.shared,
      isMinor: true,
      enableSorting: false,
      cell: ({ row: { original } }) =>
        original.sharedAt && formatDate(locale, original.sharedAt, timeZone),
    },
    {
      id: 'score',
      accessorKey: 'overallScore',
      header: t.score,
      align: 'end',
      cell: ({ row: { original } }) =>
        original.overallScore === null ? '–' : formatNumber(locale, original.overallScore),
    },
  ];
}
