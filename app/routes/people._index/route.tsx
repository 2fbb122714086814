import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { formatDate } from '../../../universal/format';
import { DataTable, type Column } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { FilterChips, type ActiveFilter } from '../../components/filter-chips';
import { PageHeader } from '../../components/page-header';
import { connectionArguments, Pagination } from '../../components/pagination';
import { Panel } from '../../components/panel';
import { departmentChoices } from '../../departments/department-choices';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { pageTitle } from '../../page-title';
import { PeopleFilters } from './people-filters';
import { listPeople } from './people-list.document';

export const meta = pageTitle(organisationMessages, (t) => t.people);

const sorts = { name: 'NAME', number: 'NUMBER', hiredOn: 'HIRED_ON' } as const;
const isSort = (name: string): name is keyof typeof sorts => name in sorts;
const isState = (state: string | null): state is 'LEFT' | 'ALL' =>
  state === 'LEFT' || state === 'ALL';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const given = search.get('sort') ?? 'name';
  const sort = given.replace(/^-/, '');
  const state = search.get('state');
  const filter = {
    search: search.get('q'),
    departmentId: search.get('department') || null,
    managerEmployeeId: search.get('manager') || null,
    state: isState(state) ? state : ('CURRENT' as const),
    sort: isSort(sort) ? sorts[sort] : ('NAME' as const),
    isDescending: given.startsWith('-'),
  };
  const { employees, departments } = await context.query(listPeople, {
    filter,
    ...connectionArguments(search),
  });
  const roles = context.viewer?.roles ?? [];
  return {
    people: (employees.edges ?? []).flatMap((edge) => (edge ? [edge.node] : [])),
    pageInfo: employees.pageInfo,
    totalCount: employees.totalCount,
    departments,
    filter,
    mayAdd: roles.includes('hr') || roles.includes('administrator'),
  };
}

type Person = ReturnType<typeof useLoaderData<typeof loader>>['people'][number];

export default function People() {
  const t = useMessages(organisationMessages);
  const { people, pageInfo, totalCount, departments, filter, mayAdd } =
    useLoaderData<typeof loader>();
  const filters = useActiveFilters();
  const actions = mayAdd && (
    <>
      <Button component={Link} to="/people/import" variant="default">
        {t.importPeople}
      </Button>
      <Button component={Link} to="/people/new">
        {t.addPerson}
      </Button>
    </>
  );
  const isNarrowed = filters.length > 0;
  return (
    <>
      <PageHeader title={t.people} description={t.peopleText} actions={actions} />
      <Panel>
        <PeopleFilters departments={departmentChoices(departments)} />
        <FilterChips filters={filters} />
      </Panel>
      <Panel flush>
        <DataTable
          caption={t.people}
          columns={usePeopleColumns(filter.state !== 'CURRENT')}
          rows={people}
          rowId={(person) => person.employeeId}
          sorting="server"
          defaultSort="name"
          empty={
            <EmptyState
              title={isNarrowed ? t.noMatch : t.noPeople}
              action={
                !isNarrowed &&
                mayAdd && (
                  <Button component={Link} to="/people/new">
                    {t.addPerson}
                  </Button>
                )
              }
            >
              {isNarrowed ? t.noMatchText : t.noPeopleText}
            </EmptyState>
          }
        />
        <Pagination pageInfo={pageInfo} totalCount={totalCount} />
      </Panel>
    </>
  );
}

function useActiveFilters(): ActiveFilter[] {
  const t = useMessages(organisationMessages);
  const { departments, filter } = useLoaderData<typeof loader>();
  const department = departments.find(({ departmentId }) => departmentId === filter.departmentId);
  const states = { LEFT: t.stateLeft, ALL: t.stateAll, CURRENT: undefined };
  const state = states[filter.state];
  return [
    ...(filter.search ? [{ parameter: 'q', label: t.filterSearch({ words: filter.search }) }] : []),
    ...(department ? [{ parameter: 'department', label: t.filterDepartment(department) }] : []),
    ...(state ? [{ parameter: 'state', label: t.filterState({ name: state }) }] : []),
    ...(filter.managerEmployeeId ? [{ parameter: 'manager', label: t.filterManager }] : []),
  ];
}

function usePeopleColumns(showsLeft: boolean): Column<Person>[] {
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  return [
    {
      id: 'name',
      accessorKey: 'fullName',
      header: t.name,
      isRowHeader: true,
      cell: ({ row }) => (
        <Link to={`/people/${row.original.employeeId}`}>{row.original.fullName}</Link>
      ),
    },
    { id: 'number', accessorKey: 'employeeNumber', header: t.number, isMinor: true },
    {
      id: 'department',
      header: t.department,
      enableSorting: false,
      cell: ({ row }) =>
        row.original.department?.name ?? <span className="quiet">{t.nowhere}</span>,
    },
    {
      id: 'position',
      header: t.position,
      enableSorting: false,
      isMinor: true,
      cell: ({ row }) => row.original.positionTitle,
    },
    {
      id: 'manager',
      header: t.manager,
      enableSorting: false,
      isMinor: true,
      cell: ({ row }) => row.original.managerName ?? <span className="quiet">{t.nobody}</span>,
    },
    {
      id: 'hiredOn',
      accessorKey: 'hiredOn',
      header: t.hiredOn,
      isMinor: true,
      cell: ({ row }) => formatDate(locale, row.original.hiredOn),
    },
    ...(showsLeft
      ? [
          {
            id: 'leftOn',
            header: t.leftOn,
            enableSorting: false,
            cell: ({ row }) => row.original.leftOn && formatDate(locale, row.original.leftOn),
          } satisfies Column<Person>,
        ]
      : []),
  ];
}
