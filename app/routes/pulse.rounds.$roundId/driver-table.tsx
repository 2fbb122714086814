import { formatCount, formatNumber, formatPercent } from '../../../universal/format';
import { type Column, DataTable } from '../../components/data-table';
import { Delta } from '../../components/delta';
import { useLocale, useMessages } from '../../locale';
import { pulseMessages } from '../../locales/pulse';
import { type Bound, Bounded, type Figure, Withheld } from '../../pulse/figure-tile';
import classes from '../../pulse/pulse.module.css';

interface Driver extends Figure {
  key: string;
  favourablePercent: number | null;
  favourableBound: Bound;
}

interface DriverTableProps {
  drivers: readonly Driver[];
  statements: readonly { key: string; text: string }[];
}

/** Each statement with its score, how sure it is, and what changed since the round before. */
export function DriverTable({ drivers, statements }: DriverTableProps) {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const textOf = (key: string) =>
    statements.find((statement) => statement.key === key)?.text ?? key;
  const columns: Column<Driver>[] = [
    {
      id: 'statement',
      header: t.statement,
      isRowHeader: true,
      enableSorting: false,
      cell: ({ row: { original } }) => (
        <span className={classes.statement}>{textOf(original.key)}</span>
      ),
    },
    {
      id: 'score',
      header: t.score,
      align: 'end',
      accessorFn: ({ value }) => value ?? -1,
      cell: ({ row: { original } }) => <Score figure={original} />,
    },
    {
      id: 'agree',
      header: t.favourable,
      align: 'end',
      isMinor: true,
      accessorFn: ({ favourablePercent }) => favourablePercent ?? -1,
      cell: ({ row: { original } }) =>
        original.favourablePercent === null ? (
          <Withheld />
        ) : (
          <Bounded bound={original.favourableBound}>
            {formatPercent(locale, original.favourablePercent, 0)}
          </Bounded>
        ),
    },
    {
      id: 'change',
      header: t.change,
      enableSorting: false,
      cell: ({ row: { original } }) =>
        original.change === null ? (
          <Withheld />
        ) : (
          <Delta
            change={original.change}
            isSignificant={original.isChangeBeyondNoise}
            interval={original.changeInterval}
          />
        ),
    },
  ];
  return (
    <DataTable
      caption={t.statements}
      columns={columns}
      rows={drivers}
      rowId={({ key }) => key}
      empty={<Withheld />}
    />
  );
}

function Score({ figure }: { figure: Figure }) {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const write = (value: number) => formatNumber(locale, value);
  if (figure.value === null || figure.n === null) return <Withheld />;
  return (
    <>
      <strong>
        <Bounded bound={figure.bound}>{write(figure.value)}</Bounded>
      </strong>
      <span className={classes.certainty}>
        {figure.interval && (
          <span>
            {t.range({ low: write(figure.interval.low), high: write(figure.interval.high) })}
          </span>
        )}{' '}
        <span>{t.sample({ n: formatCount(locale, figure.n) })}</span>
      </span>
    </>
  );
}
