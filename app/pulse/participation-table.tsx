import { formatCount, formatPercent } from '../../universal/format';
import { type Column, DataTable } from '../components/data-table';
import { useLocale, useMessages } from '../locale';
import { pulseMessages } from '../locales/pulse';
import { Withheld } from './figure-tile';
import type { ParticipationRow } from './load-pulse';
import classes from './pulse.module.css';

/** Who takes part, by department with everything below it; nothing else is known while a round is open. */
export function ParticipationTable({ rows }: { rows: readonly ParticipationRow[] }) {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const known = rows.filter(({ department }) => department);
  const top = Math.min(...known.map(({ department }) => department?.level ?? 0));
  const count = (value: number | null) =>
    value === null ? <Withheld /> : formatCount(locale, value);
  const columns: Column<ParticipationRow>[] = [
    {
      id: 'department',
      header: t.department,
      isRowHeader: true,
      enableSorting: false,
      cell: ({ row: { original } }) => (
        <span
          className={classes.depth}
          style={{ '--depth': (original.department?.level ?? top) - top } as React.CSSProperties}
        >
          {original.department?.name}
        </span>
      ),
    },
    {
      id: 'asked',
      header: t.asked,
      align: 'end',
      accessorFn: ({ asked }) => asked ?? -1,
      cell: ({ row: { original } }) => count(original.asked),
    },
    {
      id: 'answered',
      header: t.answeredCount,
      align: 'end',
      accessorFn: ({ answered }) => answered ?? -1,
      cell: ({ row: { original } }) => count(original.answered),
    },
    {
      id: 'rate',
      header: t.rate,
      align: 'end',
      accessorFn: (row) => shareOf(row) ?? -1,
      cell: ({ row: { original } }) => <Share row={original} />,
    },
  ];
  return (
    <DataTable
      caption={t.participation}
      columns={columns}
      rows={known}
      rowId={({ department }) => department?.departmentId ?? ''}
      parameter="by"
      empty={<p className="quiet">{t.nobody}</p>}
    />
  );
}

function Share({ row }: { row: ParticipationRow }) {
  const locale = useLocale();
  const share = shareOf(row);
  if (share === null) return <Withheld />;
  return (
    <span className={classes.rate}>
      <progress max={100} value={share} aria-hidden />
      {formatPercent(locale, share, 0)}
    </span>
  );
}

function shareOf({ asked, answered }: ParticipationRow): number | null {
  return asked === null || answered === null ? null : (100 * answered) / asked;
}
