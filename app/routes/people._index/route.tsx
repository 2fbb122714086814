import { Button, Checkbox } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';

import { formatCount, formatDate } from '../../../universal/format';
import { DataTable, type Column } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { FilterChips, type ActiveFilter } from '../../components/filter-chips';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { connectionArguments, Pagination } from '../../components/pagination';
import { Panel } from '../../components/panel';
import { departmentChoices } from '../../departments/department-choices';
import { useLocale, useMessages } from '../../locale';
import { identityMessages } from '../../locales/identity';
import { organisationMessages } from '../../locales/organisation';
import { pageTitle } from '../../page-title';
import { AccessBadge } from '../../people/access-state';
import { peopleFilter } from '../../people/people-filter';
import { InviteBar, inviteFormId } from './invite-bar';
import classes from './people.module.css';
import { PeopleFilters } from './people-filters';
import { listPeople } from './people-list.document';

export const meta = pageTitle(organisationMessages, (t) => t.people);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const filter = peopleFilter(search);
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
    mayInvite: roles.includes('administrator'),
  };
}

type Person = ReturnType<typeof useLoaderData<typeof loader>>['people'][number];

export default function People() {
  const t = useMessages(organisationMessages);
  const { people, pageInfo, totalCount, departments, filter, mayAdd, mayInvite } =
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
  const mayChoose = mayInvite && people.some(lacksAccess);
  return (
    <>
      <PageHeader title={t.people} description={t.peopleText} actions={actions} />
      <Invited />
      <Panel>
        <PeopleFilters departments={departmentChoices(departments)} />
        <FilterChips filters={filters} />
      </Panel>
      <Panel flush>
        {mayInvite && people.length > 0 && <InviteBar mayChoose={mayChoose} />}
        <DataTable
          caption={t.people}
          columns={usePeopleColumns({
            showsLeft: filter.state !== 'CURRENT',
            mayInvite,
            mayChoose,
          })}
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

/** Said once after invitations were begun. */
function Invited() {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  const [search] = useSearchParams();
  const count = Number(search.get('invited'));
  if (!Number.isInteger(count) || count < 1) return null;
  return (
    <Notice kind="good">{t.inviting({ count, formatted: formatCount(locale, count) })}</Notice>
  );
}

const lacksAccess = ({ access }: Person) => access?.state !== 'ACTIVE';

function usePeopleColumns({
  showsLeft,
  mayInvite,
  mayChoose,
}: {
  showsLeft: boolean;
  mayInvite: boolean;
  /** Nobody to choose, no boxes. */
  mayChoose: boolean;
}): Column<Person>[] {
  const t = useMessages(organisationMessages);
  const words = useMessages(identityMessages);
  const locale = useLocale();
  return [
    ...(mayChoose
      ? [
          {
            id: 'choose',
            header: () => <span className="visually-hidden">{words.choose}</span>,
            enableSorting: false,
            cell: ({ row: { original } }) =>
              lacksAccess(original) && (
                <Checkbox
                  form={inviteFormId}
                  name="employee"
                  value={original.employeeId}
                  className={classes.choose}
                  aria-label={words.choosePerson({ name: original.fullName })}
                />
              ),
          } satisfies Column<Person>,
        ]
      : []),
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
    ...(mayInvite
      ? [
          {
            id: 'access',
            header: words.access,
            enableSorting: false,
            isMinor: true,
            cell: ({ row: { original } }) =>
              original.access && <AccessBadge state={original.access.state} />,
          } satisfies Column<Person>,
        ]
      : []),
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
