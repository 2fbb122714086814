import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { formatCount, formatDate } from '../../../universal/format';
import { ReviewTabs } from '../../appraisal/review-tabs';
import { DataTable, type Column } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { StatusBadge } from '../../components/status-badge';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewCycleMessages } from '../../locales/review-cycles';
import { pageTitle } from '../../page-title';
import { listReviewCycles } from './cycles.document';

export const meta = pageTitle(reviewCycleMessages, (t) => t.cycles);

export async function loader({ context }: LoaderFunctionArgs) {
  const { reviewCycles } = await context.query(listReviewCycles);
  return { cycles: reviewCycles };
}

type Cycle = ReturnType<typeof useLoaderData<typeof loader>>['cycles'][number];

export default function ReviewCycles() {
  const t = useMessages(reviewCycleMessages);
  const { cycles } = useLoaderData<typeof loader>();
  const create = (
    <Button component={Link} to="/review-cycles/new">
      {t.newCycle}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.cycles} description={t.cyclesText} actions={create} />
      <ReviewTabs />
      <Panel flush>
        <DataTable
          caption={t.cycles}
          columns={useColumns()}
          rows={cycles}
          rowId={({ cycleId }) => cycleId}
          empty={
            <EmptyState title={t.cyclesNone} action={create}>
              {t.cyclesNoneText}
            </EmptyState>
          }
        />
      </Panel>
    </>
  );
}

function useColumns(): Column<Cycle>[] {
  const t = useMessages(reviewCycleMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const count = (value: number) => formatCount(locale, value);
  return [
    {
      id: 'name',
      accessorKey: 'name',
      header: t.cycleName,
      isRowHeader: true,
      cell: ({ row: { original } }) => (
        <Link to={`/review-cycles/${original.cycleId}`}>{original.name}</Link>
      ),
    },
    {
      id: 'template',
      accessorKey: 'templateName',
      header: t.template,
      isMinor: true,
      cell: ({ row: { original } }) => (
        <>
          {original.templateName}{' '}
          <span className="quiet small">{t.version({ version: original.templateVersion })}</span>
        </>
      ),
    },
    {
      id: 'department',
      accessorFn: ({ department }) => department.name,
      header: t.population,
      isMinor: true,
      cell: ({ row: { original } }) => original.department.name,
    },
    {
      id: 'state',
      accessorFn: ({ closedAt }) => (closedAt ? 1 : 0),
      header: t.state,
      cell: ({ row: { original } }) =>
        original.closedAt ? (
          <StatusBadge tone="good">{t.closed}</StatusBadge>
        ) : (
          <StatusBadge tone="active">{t.running}</StatusBadge>
        ),
    },
    {
      id: 'progress',
      accessorFn: ({ sharedCount, reviewCount }) => sharedCount / Math.max(reviewCount, 1),
      header: t.progress,
      align: 'end',
      cell: ({ row: { original } }) =>
        t.progressOf({ shared: count(original.sharedCount), total: count(original.reviewCount) }),
    },
    {
      id: 'launched',
      accessorKey: 'launchedAt',
      header: t.launched,
      isMinor: true,
      cell: ({ row: { original } }) => formatDate(locale, original.launchedAt, timeZone),
    },
  ];
}
