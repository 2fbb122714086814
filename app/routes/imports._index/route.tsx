import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { formatCount, formatDateTime, formatPercent } from '../../../universal/format';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { Pagination } from '../../components/pagination';
import { Panel } from '../../components/panel';
import { useRevalidation } from '../../components/progress';
import { StatusBadge } from '../../components/status-badge';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { pageTitle } from '../../page-title';
import { importStatusTone, importStatusWord } from './import-status';
import { importList } from './imports.document';

export const meta = pageTitle(importMessages, (t) => t.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after');
  const { feedbackImports } = await context.query(importList, { after });
  return {
    imports: feedbackImports.edges.flatMap((edge) => edge?.node ?? []),
    pageInfo: feedbackImports.pageInfo,
  };
}

const running = new Set(['PROFILING', 'CHECKING', 'COMMITTING', 'TAKING_BACK']);

export default function Imports() {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  const { imports, pageInfo } = useLoaderData<typeof loader>();
  useRevalidation(imports.some(({ status }) => running.has(status)));
  const start = (
    <Button component={Link} to="/imports/new">
      {t.start}
    </Button>
  );
  const columns: Column<(typeof imports)[number]>[] = [
    {
      id: 'file',
      header: t.file,
      enableSorting: false,
      isRowHeader: true,
      cell: ({ row }) => (
        <Link to={`/imports/${row.original.importId}`}>{row.original.fileName}</Link>
      ),
    },
    {
      id: 'status',
      header: t.status,
      enableSorting: false,
      cell: ({ row: { original } }) => (
        <StatusBadge tone={importStatusTone(original.status)}>
          {importStatusWord(t, original.status)}
          {running.has(original.status) && ` · ${formatPercent(locale, original.percent, 0)}`}
        </StatusBadge>
      ),
    },
    {
      id: 'stored',
      header: t.stored,
      enableSorting: false,
      align: 'end',
      cell: ({ row: { original } }) =>
        original.status === 'DONE' || original.status === 'COMMITTING'
          ? formatCount(locale, original.rowsStored)
          : '–',
    },
    {
      id: 'changed',
      header: t.changed,
      enableSorting: false,
      align: 'end',
      isMinor: true,
      cell: ({ row: { original } }) =>
        original.status === 'DONE' || original.status === 'COMMITTING'
          ? formatCount(locale, original.rowsChanged)
          : '–',
    },
    {
      id: 'rejected',
      header: t.rejected,
      enableSorting: false,
      align: 'end',
      isMinor: true,
      cell: ({ row }) => formatCount(locale, row.original.rowsRejected),
    },
    {
      id: 'created',
      header: t.uploadedOn,
      enableSorting: false,
      isMinor: true,
      cell: ({ row }) => formatDateTime(locale, row.original.createdAt, zone),
    },
  ];
  return (
    <>
      <PageHeader title={t.title} description={t.intro} actions={start} />
      <Panel flush>
        <DataTable
          caption={t.title}
          columns={columns}
          rows={imports}
          rowId={({ importId }) => importId}
          empty={
            <EmptyState title={t.empty} action={start}>
              {t.emptyHelp}
            </EmptyState>
          }
        />
      </Panel>
      <Pagination pageInfo={pageInfo} />
    </>
  );
}
