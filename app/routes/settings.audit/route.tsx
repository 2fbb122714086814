import { NativeSelect, TextInput } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';

import {
  auditActions,
  isAuditAction,
  isAuditSubjectType,
  rightsChangeOf,
} from '../../../universal/audit-action';
import { formatDate, formatDateTime } from '../../../universal/format';
import { listAuditEntries } from '../../administration/administration.document';
import { SettingsList } from '../../administration/settings-list';
import classes from '../../administration/administration.module.css';
import type { Column } from '../../components/data-table';
import { StatusBadge } from '../../components/status-badge';
import { connectionArguments, Pagination } from '../../components/pagination';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { administrationMessages } from '../../locales/administration';
import { auditActionMessages, auditSubjectMessages } from '../../locales/audit';
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
  const actionWords = useActionWords();
  const { entries, pageInfo } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [action, from, to] = ['q', 'from', 'to'].map((name) => search.get(name) ?? '');
  const filters = [
    ...(action ? [{ parameter: 'q', label: t.filterAction({ action: actionWords(action) }) }] : []),
    ...(from
      ? [{ parameter: 'from', label: t.filterSince({ date: formatDate(locale, from) }) }]
      : []),
    ...(to ? [{ parameter: 'to', label: t.filterUntil({ date: formatDate(locale, to) }) }] : []),
  ];
  return (
    <SettingsList
      title={t.audit}
      description={t.auditText}
      fields={
        <>
          <NativeSelect
            name="q"
            label={t.auditAction}
            defaultValue={action}
            className={classes.words}
            data={useActionChoices()}
          />
          <TextInput type="date" name="from" label={t.auditSince} defaultValue={from} />
          <TextInput type="date" name="to" label={t.auditUntil} defaultValue={to} />
        </>
      }
      parameters={parameters}
      filters={filters}
      columns={useAuditColumns()}
      rows={entries}
      rowId={(entry) => entry.auditEntryId}
      noMatch={t.auditNoMatch}
      none={{ title: t.auditNone, text: t.auditNoneText }}
      pagination={<Pagination pageInfo={pageInfo} />}
    />
  );
}

/** What was done, in words; an action of an earlier version stands as it was recorded. */
function useActionWords(): (action: string) => string {
  const actions = useMessages(auditActionMessages);
  return (action) => (isAuditAction(action) ? actions[action] : action);
}

function useActionChoices(): { value: string; label: string }[] {
  const t = useMessages(administrationMessages);
  const words = useActionWords();
  const collator = new Intl.Collator(useLocale());
  const choices = auditActions.map((action) => ({ value: action, label: words(action) }));
  choices.sort((a, b) => collator.compare(a.label, b.label));
  return [{ value: '', label: t.allActions }, ...choices];
}

function useAuditColumns(): Column<Entry>[] {
  const actionWords = useActionWords();
  const subjects = useMessages(auditSubjectMessages);
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
      cell: ({ row: { original } }) => {
        const rights = rightsChangeOf(original.action, original.details);
        return (
          <>
            {actionWords(original.action)}{' '}
            {rights && (
              <StatusBadge tone={rights === 'own' ? 'bad' : 'neutral'}>
                {rights === 'own' ? t.ownRightsChanged : t.rightsChanged}
              </StatusBadge>
            )}
          </>
        );
      },
    },
    {
      id: 'subject',
      header: t.subject,
      enableSorting: false,
      isMinor: true,
      cell: ({ row: { original } }) => {
        const { subjectName, subjectType, subjectId } = original;
        const kind = isAuditSubjectType(subjectType) ? subjects[subjectType] : subjectType;
        return (
          <>
            {subjectName ?? kind}{' '}
            <span className="quiet small">{subjectName ? kind : subjectId}</span>
          </>
        );
      },
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
