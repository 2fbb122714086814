import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { DataTable, type Column } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { useLocale, useMessages } from '../../locale';
import { scorecardMessages } from '../../locales/scorecards';
import { pageTitle } from '../../page-title';
import { MetricCatalogueDocument } from '../../scorecards/metric-catalogue.document';
import { MetricStatusBadge } from '../../scorecards/metric-status-badge';

export const meta = pageTitle(scorecardMessages, (t) => t.metricsTitle);

export async function loader({ context }: LoaderFunctionArgs) {
  const { metrics } = await context.query(MetricCatalogueDocument, {});
  return { metrics };
}

type MetricRow = ReturnType<typeof useLoaderData<typeof loader>>['metrics'][number];

function useColumns(): Column<MetricRow>[] {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  return [
    {
      id: 'name',
      accessorKey: 'name',
      header: t.metric,
      isRowHeader: true,
      cell: ({ row }) => (
        <Link to={`/metric-catalogue/${row.original.key}`}>{row.original.name}</Link>
      ),
    },
    {
      id: 'formula',
      accessorKey: 'formula',
      header: t.definition,
      enableSorting: false,
      isMinor: true,
    },
    {
      id: 'direction',
      accessorKey: 'direction',
      header: t.direction,
      isMinor: true,
      cell: ({ row }) => (row.original.direction === 'LOWER' ? t.lowerBetter : t.higherBetter),
    },
    {
      id: 'owner',
      accessorFn: ({ owner }) => owner?.name ?? '',
      header: t.metricOwner,
      isMinor: true,
      cell: ({ row }) =>
        row.original.owner?.name ?? <span className="quiet">{t.noMetricOwner}</span>,
    },
    {
      id: 'minimumN',
      accessorKey: 'minimumN',
      header: t.minimumN,
      align: 'end',
      isMinor: true,
      cell: ({ row }) => formatCount(locale, row.original.minimumN),
    },
    { id: 'version', accessorKey: 'version', header: t.version, align: 'end' },
    {
      id: 'status',
      accessorKey: 'status',
      header: t.metricStatus,
      cell: ({ row }) => <MetricStatusBadge status={row.original.status} />,
    },
  ];
}

export default function Metrics() {
  const t = useMessages(scorecardMessages);
  const { metrics } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t.metricsTitle} description={t.metricsText} />
      <Panel flush>
        <DataTable
          caption={t.metricsTitle}
          columns={useColumns()}
          rows={metrics}
          rowId={({ key }) => key}
          empty={<EmptyState title={t.noData}>{t.noDataText}</EmptyState>}
        />
      </Panel>
    </>
  );
}
