import { formatCount, formatNumber } from '../../../universal/format';
import { type Column, DataTable } from '../../components/data-table';
import { useLocale, useMessages } from '../../locale';
import { pulseMessages } from '../../locales/pulse';
import { Bounded, type Figure, Withheld } from '../../pulse/figure-tile';

interface Band {
  band: string;
  figures: { enps: Figure; engagement: Figure };
}

/** eNPS and engagement by how long people have been with the organisation. */
export function TenureTable({ tenure }: { tenure: readonly Band[] }) {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const names: Record<string, string> = {
    YEARS_UNDER_1: t.under1,
    YEARS_1_TO_3: t.from1to3,
    YEARS_3_TO_10: t.from3to10,
    YEARS_OVER_10: t.over10,
  };
  const column = (id: 'enps' | 'engagement', header: string): Column<Band> => ({
    id,
    header,
    align: 'end',
    enableSorting: false,
    cell: ({ row: { original } }) => <FigureInWords figure={original.figures[id]} />,
  });
  const columns: Column<Band>[] = [
    {
      id: 'band',
      header: t.tenure,
      isRowHeader: true,
      enableSorting: false,
      cell: ({ row: { original } }) => names[original.band] ?? original.band,
    },
    column('enps', t.enps),
    column('engagement', t.engagement),
    {
      id: 'n',
      header: t.n,
      align: 'end',
      enableSorting: false,
      cell: ({ row: { original } }) =>
        original.figures.enps.n === null ? (
          <Withheld />
        ) : (
          formatCount(locale, original.figures.enps.n)
        ),
    },
  ];
  return (
    <DataTable
      caption={t.byTenure}
      columns={columns}
      rows={tenure}
      rowId={({ band }) => band}
      empty={<Withheld />}
    />
  );
}

/** A value with its interval in the width of a cell. */
export function FigureInWords({
  figure,
}: {
  figure: Pick<Figure, 'value' | 'bound' | 'interval'>;
}) {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const write = (value: number) => formatNumber(locale, value);
  if (figure.value === null) return <Withheld />;
  return (
    <>
      <strong>
        <Bounded bound={figure.bound}>{write(figure.value)}</Bounded>
      </strong>
      {figure.interval && (
        <span className="quiet small">
          {' '}
          ({t.range({ low: write(figure.interval.low), high: write(figure.interval.high) })})
        </span>
      )}
    </>
  );
}
