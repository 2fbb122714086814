import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { changedSearch } from '../../components/address';
import { DataTable, type Column } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { FilterChips } from '../../components/filter-chips';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { SearchField } from '../../components/search-field';
import { StatusBadge } from '../../components/status-badge';
import { listDepartmentTree } from '../../departments/departments.document';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { pageTitle } from '../../page-title';
import classes from './departments.module.css';

export const meta = pageTitle(organisationMessages, (t) => t.departments);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const withArchived = search.get('archived') === 'yes';
  const words = (search.get('q') ?? '').trim().toLowerCase();
  const { departments } = await context.query(listDepartmentTree, { withArchived });
  return {
    departments: departments.filter(({ name, code }) =>
      `${name} ${code}`.toLowerCase().includes(words),
    ),
    words,
    withArchived,
    mayAdd: context.viewer?.roles.includes('administrator') ?? false,
  };
}

type Department = ReturnType<typeof useLoaderData<typeof loader>>['departments'][number];

export default function Departments() {
  const t = useMessages(organisationMessages);
  const [search] = useSearchParams();
  const { departments, words, withArchived, mayAdd } = useLoaderData<typeof loader>();
  const add = mayAdd && (
    <Button component={Link} to="/departments/new">
      {t.addDepartment}
    </Button>
  );
  return (
    <>
      <PageHeader title={t.departments} description={t.departmentsText} actions={add} />
      <Panel>
        <div className={classes.tools}>
          <SearchField label={t.searchDepartments} />
          {mayAdd && (
            <Link to={changedSearch(search, { archived: withArchived ? undefined : 'yes' })}>
              {withArchived ? t.hideArchived : t.showArchived}
            </Link>
          )}
        </div>
        <FilterChips
          filters={words ? [{ parameter: 'q', label: t.filterSearch({ words }) }] : []}
        />
      </Panel>
      <Panel flush>
        <DataTable
          caption={t.skipToTree}
          columns={useDepartmentColumns()}
          rows={departments}
          rowId={(department) => department.departmentId}
          empty={
            words ? (
              <EmptyState title={t.noDepartmentMatch} />
            ) : (
              <EmptyState title={t.noDepartments} action={add}>
                {t.noDepartmentsText}
              </EmptyState>
            )
          }
        />
      </Panel>
    </>
  );
}

function useDepartmentColumns(): Column<Department>[] {
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  const { departments, words } = useLoaderData<typeof loader>();
  const top = Math.min(...departments.map(({ level }) => level));
  const depthOf = (level: number) => (words ? 0 : level - top);
  const showsPeople = departments.some(({ memberCount }) => memberCount !== null);
  return [
    {
      id: 'name',
      header: t.departmentName,
      enableSorting: false,
      isRowHeader: true,
      cell: ({ row: { original } }) => (
        <span
          className={classes.name}
          style={{ '--depth': depthOf(original.level) } as React.CSSProperties}
        >
          {original.canUpdate ? (
            <Link to={`/departments/${original.departmentId}/edit`}>{original.name}</Link>
          ) : (
            original.name
          )}{' '}
          {original.isArchived && <StatusBadge tone="neutral">{t.archived}</StatusBadge>}
        </span>
      ),
    },
    {
      id: 'code',
      header: t.code,
      enableSorting: false,
      isMinor: true,
      cell: ({ row }) => row.original.code,
    },
    {
      id: 'head',
      header: t.head,
      enableSorting: false,
      isMinor: true,
      cell: ({ row }) => row.original.headName ?? <span className="quiet">{t.nobody}</span>,
    },
    ...(showsPeople
      ? [
          {
            id: 'people',
            header: t.headCount,
            enableSorting: false,
            align: 'end',
            cell: ({ row: { original } }) => (
              <Link
                to={`/people?department=${original.departmentId}`}
                aria-label={`${t.peopleThere}: ${original.name}, ${original.memberCount ?? 0}`}
              >
                {formatCount(locale, original.memberCount ?? 0)}
              </Link>
            ),
          } satisfies Column<Department>,
        ]
      : []),
  ];
}
