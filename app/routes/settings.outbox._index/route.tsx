import { NativeSelect, TextInput } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { formatDateTime } from '../../../universal/format';
import { listOutbox } from '../../administration/administration.document';
import { SettingsList } from '../../administration/settings-list';
import classes from '../../administration/administration.module.css';
import {
  isMailState,
  MailStateBadge,
  mailStates,
  useMailStateName,
} from '../../administration/mail-state';
import type { Column } from '../../components/data-table';
import { connectionArguments, Pagination } from '../../components/pagination';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { administrationMessages } from '../../locales/administration';
import { pageTitle } from '../../page-title';

const parameters = ['q', 'state'];

export const meta = pageTitle(administrationMessages, (t) => t.outbox);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const state = search.get('state');
  const filter = { search: search.get('q'), state: isMailState(state) ? state : null };
  const { outboxMails } = await context.query(listOutbox, {
    filter,
    ...connectionArguments(search),
  });
  return {
    mails: (outboxMails.edges ?? []).flatMap((edge) => (edge ? [edge.node] : [])),
    pageInfo: outboxMails.pageInfo,
    filter,
  };
}

type Mail = ReturnType<typeof useLoaderData<typeof loader>>['mails'][number];

export default function Outbox() {
  const t = useMessages(administrationMessages);
  const nameOf = useMailStateName();
  const { mails, pageInfo, filter } = useLoaderData<typeof loader>();
  const filters = [
    ...(filter.search ? [{ parameter: 'q', label: t.filterSearch({ words: filter.search }) }] : []),
    ...(filter.state
      ? [{ parameter: 'state', label: t.filterState({ state: nameOf(filter.state) }) }]
      : []),
  ];
  return (
    <SettingsList
      title={t.outbox}
      description={t.outboxText}
      fields={
        <>
          <TextInput
            type="search"
            name="q"
            label={t.outboxSearch}
            defaultValue={filter.search ?? ''}
            className={classes.words}
          />
          <NativeSelect
            name="state"
            label={t.mailState}
            defaultValue={filter.state ?? ''}
            data={[
              { value: '', label: t.allStates },
              ...mailStates.map((state) => ({ value: state, label: nameOf(state) })),
            ]}
          />
        </>
      }
      parameters={parameters}
      filters={filters}
      columns={useMailColumns()}
      rows={mails}
      rowId={(mail) => mail.outboxMailId}
      noMatch={t.outboxNoMatch}
      none={{ title: t.outboxNone, text: t.outboxNoneText }}
      pagination={<Pagination pageInfo={pageInfo} />}
    />
  );
}

function useMailColumns(): Column<Mail>[] {
  const t = useMessages(administrationMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  return [
    {
      id: 'subject',
      header: t.mailSubject,
      enableSorting: false,
      isRowHeader: true,
      cell: ({ row }) => (
        <Link to={`/settings/outbox/${row.original.outboxMailId}`}>
          {row.original.subject ?? t.mailConfidential}
        </Link>
      ),
    },
    {
      id: 'to',
      header: t.to,
      enableSorting: false,
      cell: ({ row }) => row.original.to ?? t.mailToHidden,
    },
    {
      id: 'state',
      header: t.mailState,
      enableSorting: false,
      cell: ({ row }) => <MailStateBadge state={row.original.state} />,
    },
    {
      id: 'written',
      header: t.written,
      enableSorting: false,
      isMinor: true,
      cell: ({ row }) => formatDateTime(locale, row.original.createdAt, timeZone),
    },
  ];
}
