import { formatMonth } from '../../../universal/format';
import { type Column, DataTable } from '../../components/data-table';
import { useLocale, useMessages } from '../../locale';
import { pulseMessages } from '../../locales/pulse';
import { type Figure, Withheld } from '../../pulse/figure-tile';
import { FigureInWords } from './tenure-table';

interface TrendPoint {
  round: { number: number; closesAt: string };
  enps: Pick<Figure, 'value' | 'bound' | 'n' | 'interval'>;
  engagement: Pick<Figure, 'value' | 'bound' | 'n' | 'interval'>;
}

/** The rounds up to this one. */
export function TrendTable({ trend }: { trend: readonly TrendPoint[] }) {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const columns: Column<TrendPoint>[] = [
    {
      id: 'round',
      header: t.rounds,
      isRowHeader: true,
      enableSorting: false,
      cell: ({ row: { original } }) =>
        `${t.round({ number: original.round.number })} · ${formatMonth(locale, original.round.closesAt)}`,
    },
    {
      id: 'enps',
      header: t.enps,
      align: 'end',
      enableSorting: false,
      cell: ({ row: { original } }) => <FigureInWords figure={original.enps} />,
    },
    {
      id: 'engagement',
      header: t.engagement,
      align: 'end',
      enableSorting: false,
      cell: ({ row: { original } }) => <FigureInWords figure={original.engagement} />,
    },
  ];
  return (
    <DataTable
      caption={t.trend}
      columns={columns}
      rows={trend}
      rowId={({ round }) => String(round.number)}
      empty={<Withheld />}
    />
  );
}
