import { Link } from '@remix-run/react';
import { type ComponentType, useMemo } from 'react';
import { formatDate } from '../../universal/format';
import { type Column, DataTable } from '../components/data-table';
import { EmptyState } from '../components/empty-state';
import type { ResultOf } from '../graphql';
import { useLocale, useMessages, useTimeZone } from '../locale';
import { pulseMessages } from '../locales/pulse';
import type { PulseHomeDocument } from './pulse.document';
import { RoundStatus } from './round-status';

export type RoundRow = ResultOf<typeof PulseHomeDocument>['pulseRounds'][number];

interface RoundsTableProps {
  rounds: readonly RoundRow[];
  /** What can be done with a round, in a column of its own. */
  actions?: ComponentType<{ round: RoundRow }>;
}

export function RoundsTable({ rounds, actions }: RoundsTableProps) {
  const columns = useColumns(actions);
  const t = useMessages(pulseMessages);
  return (
    <DataTable
      caption={t.rounds}
      columns={columns}
      rows={rounds}
      rowId={({ roundId }) => roundId}
      empty={<EmptyState title={t.noRounds}>{t.noRoundsText}</EmptyState>}
    />
  );
}

function useColumns(Actions: RoundsTableProps['actions']): Column<RoundRow>[] {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  // Cells made anew with every drawing of the page would forget a dialog that is open in one of them.
  return useMemo(
    (): Column<RoundRow>[] => [
      {
        id: 'round',
        header: t.rounds,
        isRowHeader: true,
        enableSorting: false,
        cell: ({ row: { original: round } }) => {
          const name = t.roundOf({ name: round.name, number: round.number });
          return round.status === 'PLANNED' ? (
            name
          ) : (
            <Link to={`/pulse/rounds/${round.roundId}`}>{name}</Link>
          );
        },
      },
      {
        id: 'status',
        header: t.status,
        enableSorting: false,
        cell: ({ row }) => <RoundStatus round={row.original} />,
      },
      {
        id: 'opens',
        header: t.opens,
        isMinor: true,
        accessorFn: ({ opensAt }) => opensAt,
        cell: ({ row }) => formatDate(locale, row.original.opensAt, zone),
      },
      {
        id: 'closes',
        header: t.closes,
        accessorFn: ({ closesAt }) => closesAt,
        cell: ({ row }) => formatDate(locale, row.original.closesAt, zone),
      },
      ...(Actions
        ? [
            {
              id: 'actions',
              header: t.actions,
              enableSorting: false,
              cell: ({ row }: { row: { original: RoundRow } }) => <Actions round={row.original} />,
            },
          ]
        : []),
    ],
    [t, locale, zone, Actions],
  );
}
