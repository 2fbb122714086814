import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { formatDate, formatDateTime } from '../../../universal/format';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { Pagination } from '../../components/pagination';
import { Panel } from '../../components/panel';
import { feedbackMessages } from '../../locales/feedback';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { pageTitle } from '../../page-title';
import { entryAddress } from '../feedback.entries.$entryKey/entry-address';
import { scoreWords } from '../feedback._index/score-words';
import { heldList } from './held.document';

export const meta = pageTitle(feedbackMessages, (t) => t.heldTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after');
  const { heldFeedback } = await context.query(heldList, { after });
  return {
    held: heldFeedback.edges.flatMap((edge) => edge?.node ?? []),
    pageInfo: heldFeedback.pageInfo,
  };
}

/** Feedback that is out of every number, with the way to let it count again. */
export default function HeldFeedback() {
  const t = useMessages(feedbackMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  const { held, pageInfo } = useLoaderData<typeof loader>();
  const columns: Column<(typeof held)[number]>[] = [
    {
      id: 'feedback',
      header: t.entry,
      enableSorting: false,
      isRowHeader: true,
      cell: ({ row: { original } }) => (
        <Link to={entryAddress(original)}>
          <span dir="auto">
            {original.text ?? (scoreWords(t, original).join(' · ') || t.noScore)}
          </span>
        </Link>
      ),
    },
    {
      id: 'department',
      header: t.department,
      enableSorting: false,
      isMinor: true,
      cell: ({ row }) => row.original.department?.name ?? '–',
    },
    {
      id: 'when',
      header: t.when,
      enableSorting: false,
      isMinor: true,
      cell: ({ row: { original } }) =>
        original.occurredOn
          ? formatDate(locale, original.occurredOn)
          : formatDate(locale, original.occurredAt, zone),
    },
    {
      id: 'reason',
      header: t.holdReason,
      enableSorting: false,
      cell: ({ row }) => <span dir="auto">{row.original.holds[0]?.reason ?? '–'}</span>,
    },
    {
      id: 'since',
      header: t.heldSince,
      enableSorting: false,
      isMinor: true,
      cell: ({ row }) => {
        const [hold] = row.original.holds;
        return hold ? formatDateTime(locale, hold.heldAt, zone) : '–';
      },
    },
  ];
  return (
    <>
      <PageHeader
        title={t.heldTitle}
        description={t.heldIntro}
        trail={[{ to: '/feedback', label: t.title }]}
      />
      <Panel flush>
        <DataTable
          caption={t.heldTitle}
          columns={columns}
          rows={held}
          rowId={({ feedbackId }) => feedbackId}
          empty={<EmptyState title={t.nothingHeld}>{t.nothingHeldHelp}</EmptyState>}
        />
      </Panel>
      <Pagination pageInfo={pageInfo} />
    </>
  );
}
