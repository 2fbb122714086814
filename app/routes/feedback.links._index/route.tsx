import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { parseWithZod } from '@conform-to/zod/v4';
import { Link, useLoaderData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { formatDate } from '../../../universal/format';
import { openLinkForm } from '../../../universal/surveys/open-link-form';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { StatusBadge } from '../../components/status-badge';
import { replyWithError } from '../../forms/reply';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { feedbackLinkMessages } from '../../locales/feedback-links';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { channelName } from './channel-name';
import { CreateLinkDocument, FeedbackLinksDocument } from './links.document';
import { NewLink } from './new-link';

export const meta = pageTitle(feedbackLinkMessages, (t) => t.title);

export async function loader({ context }: LoaderFunctionArgs) {
  const { openLinks, touchpoints, departments } = await context.query(FeedbackLinksDocument);
  return { links: openLinks, touchpoints, departments };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), {
    schema: openLinkForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return submission.reply();
  const { departmentId = null, label = '', ...link } = submission.value;
  const outcome = await context.mutate(CreateLinkDocument, {
    input: { ...link, departmentId, label },
  });
  if (!outcome.ok) return replyWithError(submission, outcome.error);
  throw redirect(`/feedback/links/${outcome.data.openLinkId}?done=created`);
}

export default function FeedbackLinks() {
  const t = useMessages(feedbackLinkMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  const { links, touchpoints, departments } = useLoaderData<typeof loader>();
  const columns: Column<(typeof links)[number]>[] = [
    {
      id: 'touchpoint',
      header: t.touchpoint,
      isRowHeader: true,
      accessorFn: ({ touchpointName }) => touchpointName,
      cell: ({ row: { original } }) => (
        <Link to={`/feedback/links/${original.openLinkId}`}>{original.touchpointName}</Link>
      ),
    },
    {
      id: 'department',
      header: t.department,
      accessorFn: ({ departmentName }) => departmentName,
      cell: ({ row }) => row.original.departmentName,
    },
    {
      id: 'channel',
      header: t.channel,
      accessorFn: ({ channel }) => channel,
      cell: ({ row }) => channelName(t, row.original.channel),
    },
    {
      id: 'created',
      header: t.created,
      isMinor: true,
      accessorFn: ({ createdAt }) => createdAt,
      cell: ({ row }) => formatDate(locale, row.original.createdAt, zone),
    },
    {
      id: 'state',
      header: t.state,
      enableSorting: false,
      cell: ({ row }) =>
        row.original.deactivatedAt ? (
          <StatusBadge tone="neutral">{t.inactive}</StatusBadge>
        ) : (
          <StatusBadge tone="active">{t.active}</StatusBadge>
        ),
    },
  ];
  return (
    <>
      <PageHeader
        title={t.title}
        description={t.description}
        trail={[{ to: '/feedback', label: t.feedback }]}
      />
      <Panel flush>
        <DataTable
          caption={t.title}
          columns={columns}
          rows={links}
          rowId={({ openLinkId }) => openLinkId}
          defaultSort="touchpoint"
          empty={<EmptyState title={t.none}>{t.noneText}</EmptyState>}
        />
      </Panel>
      <NewLink touchpoints={touchpoints} departments={departments} />
    </>
  );
}
