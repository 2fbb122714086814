import { Button, TextInput } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';

import { formatDate, formatDateTime } from '../../../universal/format';
import { listAuditEntries } from '../../administration/administration.document';
import classes from '../../administration/administration.module.css';
import { DataTable, type Column } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { FilterChips } from '../../components/filter-chips';
import { FilterForm } from '../../components/filter-form';
import { PageHeader } from '../../components/page-header';
import { connectionArguments, Pagination } from '../../components/pagination';
import { Panel } from '../../components/panel';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { administrationMessages } from '../../locales/administration';
import { pageTitle } from '../../page-title';
import { dayRange } from './day-range';

const parameters = ['q', 'from', 'to'];

export const meta = pageTitle(administrationMessages, (t) => t.audit);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const days = { from: search.get('from'), to: search.get('to') };
  const filter = { action: search.get('q'), ...dayRange(days, context.organisation.timeZone) };
  const { auditEntries } = await context.query(listAuditEntries, {
    filter,
    ...connectionArguments(search, 50),
  });
  return {
    entries: (auditEntries.edges ?? []).flatMap((edge) => (edge ? [edge.node] : [])),
    pageInfo: auditEntries.pageInfo,
  };
}

type Entry = ReturnType<typeof useLoaderData<typeof loader>>['entries'][number];

export default function AuditLog() {
  const t = useMessages(administrationMessages);
  const locale = useLocale();
  const { entries, pageInfo } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [action, from, to] = ['q', 'from', 'to'].map((name) => search.get(name) ?? '');
  const filters = [
    ...(action ? [{ parameter: 'q', label: t.filterAction({ action }) }] : []),
    ...(from
      ? [{ parameter: 'from', label: t.filterSince({ date: formatDate(locale, from) }) }]
      : []),
    ...(to ? [{ parameter: 'to', label: t.filterUntil({ date: formatDate(locale, to) }) }] : []),
  ];
  return (
    <>
      <PageHeader
        title={t.audit}
        description={t.auditText}
        trail={[{ to: '/settings', label: t.settings }]}
      />
      <Panel>
        <FilterForm parameters={parameters} role="search" className={classes.filters}>
          <TextInput
            type="search"
            name="q"
            label={t.auditSearch}
            defaultValue={action}
            className={classes.words}
          />
          <TextInput type="date" name="from" label={t.auditSince} defaultValue={from} />
          <TextInput type="date" name="to" label={t.auditUntil} defaultValue={to} />
          <Button type="submit" variant="default">
            {t.filter}
          </Button>
        </FilterForm>
        <FilterChips filters={filters} />
      </Panel>
      <Panel flush>
        <DataTable
          caption={t.audit}
          columns={useAuditColumns()}
          rows={entries}
          rowId={(entry) => entry.auditEntryId}
          empty={
            filters.length > 0 ? (
              <EmptyState title={t.auditNoMatch} />
            ) : (
              <EmptyState title={t.auditNone}>{t.auditNoneText}</EmptyState>
            )
          }
        />
        <Pagination pageInfo={pageInfo} />
      </Panel>
    </>
  );
}

function useAuditColumns(): Column<Entry>[] {
  const t = useMessages(administrationMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const actorOf = ({ actorKind, actorName }: Entry) => {
    if (actorKind === 'system') return t.system;
    return actorKind === 'anonymous' ? t.anonymous : (actorName ?? t.formerAccount);
  };
  return [
    {
      id: 'when',
      header: t.when,
      enableSorting: false,
      isRowHeader: true,
      cell: ({ row }) => formatDateTime(locale, row.original.recordedAt, timeZone),
    },
    { id: 'who', header: t.who, enableSorting: false, cell: ({ row }) => actorOf(row.original) },
    {
      id: 'what',
      header: t.what,
      enableSorting: false,
      cell: ({ row }) => <code>{row.original.action}</code>,
    },
    {
      id: 'subject',
      header: t.subject,
      enableSorting: false,
      isMinor: true,
      cell: ({ row: { original } }) => (
        <>
          {original.subjectType} <span className="quiet small">{original.subjectId}</span>
        </>
      ),
    },
    {
      id: 'facts',
      header: t.facts,
      enableSorting: false,
      isMinor: true,
      cell: ({ row: { original } }) => (
        <pre className={classes.details}>{factsOf(original.details)}</pre>
      ),
    },
  ];
}

function factsOf(details: unknown): string {
  if (typeof details !== 'object' || details === null) return '';
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}
