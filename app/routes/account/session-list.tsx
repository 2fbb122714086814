import { formatDateTime } from '../../../universal/format';
import { DataTable, type Column } from '../../components/data-table';
import { StatusBadge } from '../../components/status-badge';
import { identityMessages } from '../../locales/identity';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { deviceOf } from './device';

interface OpenSession {
  sessionKey: string;
  signedInAt: string;
  expiresAt: string;
  userAgent: string;
}

interface SessionListProps {
  sessions: readonly OpenSession[];
  currentSessionKey: string | undefined;
}

export function SessionList({ sessions, currentSessionKey }: SessionListProps) {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const columns: Column<OpenSession>[] = [
    {
      id: 'device',
      header: t.device,
      enableSorting: false,
      isRowHeader: true,
      cell: ({ row: { original } }) => (
        <>
          {deviceOf(original.userAgent) ?? t.unknownDevice}{' '}
          {original.sessionKey === currentSessionKey && (
            <StatusBadge tone="active">{t.thisDevice}</StatusBadge>
          )}
        </>
      ),
    },
    {
      id: 'since',
      header: t.signedInOn,
      accessorFn: ({ signedInAt }) => signedInAt,
      cell: ({ row }) => formatDateTime(locale, row.original.signedInAt, timeZone),
    },
    {
      id: 'until',
      header: t.expiresOn,
      isMinor: true,
      enableSorting: false,
      cell: ({ row }) => formatDateTime(locale, row.original.expiresAt, timeZone),
    },
  ];
  return (
    <DataTable
      caption={t.sessions}
      columns={columns}
      rows={sessions}
      rowId={({ sessionKey }) => sessionKey}
      defaultSort="-since"
      empty={null}
    />
  );
}
