import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { formatCount, formatDate } from '../../../universal/format';
import { ReviewTabs } from '../../appraisal/review-tabs';
import { DataTable, type Column } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { FilterChips } from '../../components/filter-chips';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { SearchField } from '../../components/search-field';
import { StatusBadge } from '../../components/status-badge';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewTemplateMessages } from '../../locales/review-templates';
import { reviewMessages } from '../../locales/reviews';
import { pageTitle } from '../../page-title';
import { listReviewTemplates } from './templates.document';

export const meta = pageTitle(reviewTemplateMessages, (t) => t.templates);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = (new URL(request.url).searchParams.get('q') ?? '').trim();
  const { reviewTemplates } = await context.query(listReviewTemplates, { search });
  return { templates: reviewTemplates, search };
}

type Template = ReturnType<typeof useLoaderData<typeof loader>>['templates'][number];

export default function ReviewTemplates() {
  const t = useMessages(reviewTemplateMessages);
  const words = useMessages(reviewMessages);
  const { templates, search } = useLoaderData<typeof loader>();
  const create = (
    <Button component={Link} to="/review-templates/new">
      {t.newTemplate}
    </Button>
  );
  const nothing = search ? (
    <EmptyState title={t.templatesNoMatch} />
  ) : (
    <EmptyState title={t.templatesNone} action={create}>
      {t.templatesNoneText}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t.templates} description={t.templatesText} actions={create} />
      <ReviewTabs />
      <Panel flush actions={<SearchField label={t.searchTemplates} />}>
        <FilterChips
          filters={search ? [{ parameter: 'q', label: words.searchedFor({ words: search }) }] : []}
        />
        <DataTable
          caption={t.templates}
          columns={useColumns()}
          rows={templates}
          rowId={(row) => row.templateId}
          empty={nothing}
        />
      </Panel>
    </>
  );
}

function useColumns(): Column<Template>[] {
  const t = useMessages(reviewTemplateMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  return [
    {
      id: 'name',
      accessorKey: 'name',
      header: t.templateName,
      isRowHeader: true,
      cell: ({ row }) => (
        <Link to={`/review-templates/${row.original.templateId}`}>{row.original.name}</Link>
      ),
    },
    {
      id: 'state',
      accessorFn: (row) => (row.isDraft ? 0 : 1),
      header: t.templateState,
      cell: ({ row }) => <TemplateState {...row.original} />,
    },
    {
      id: 'indicators',
      accessorKey: 'indicatorCount',
      header: t.indicatorCount,
      align: 'end',
      cell: ({ row }) => formatCount(locale, row.original.indicatorCount),
    },
    {
      id: 'cycles',
      accessorKey: 'cycleCount',
      header: t.cycleCount,
      align: 'end',
      isMinor: true,
      cell: ({ row }) => formatCount(locale, row.original.cycleCount),
    },
    {
      id: 'changed',
      accessorKey: 'updatedAt',
      header: t.changed,
      isMinor: true,
      cell: ({ row }) => formatDate(locale, row.original.updatedAt, timeZone),
    },
  ];
}

function TemplateState({
  isDraft,
  version,
  publishedVersion,
}: Pick<Template, 'isDraft' | 'version' | 'publishedVersion'>) {
  const t = useMessages(reviewTemplateMessages);
  if (!isDraft) return <StatusBadge tone="good">{t.templatePublished({ version })}</StatusBadge>;
  return (
    <StatusBadge tone="active">
      {publishedVersion === null
        ? t.templateDraft({ version })
        : t.templateDraftOver({ published: publishedVersion, version })}
    </StatusBadge>
  );
}
