import { formatDate } from '../../../universal/format';
import { DataTable, type Column } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import classes from './person.module.css';

interface Placement {
  from: string;
  to: string | null;
  positionTitle: string;
  department: { name: string } | null;
}

interface ReportingLine {
  from: string;
  to: string | null;
  managerName: string;
}

/** Where a person worked and for whom, newest first. */
export function PersonHistory(props: {
  placements: readonly Placement[];
  reportingLines: readonly ReportingLine[];
}) {
  const t = useMessages(organisationMessages);
  const placementDays = useDayColumns<Placement>();
  const lineDays = useDayColumns<ReportingLine>();
  const nothing = <p className="quiet">{t.noHistory}</p>;
  return (
    <Panel flush title={t.history} description={t.historyText}>
      <h3 className={classes.heading}>{t.placements}</h3>
      <DataTable<Placement>
        caption={t.placements}
        rows={props.placements}
        rowId={(row) => row.from}
        parameter="placements"
        empty={nothing}
        columns={[
          ...placementDays,
          {
            id: 'department',
            header: t.department,
            enableSorting: false,
            cell: ({ row }) => row.original.department?.name ?? '—',
          },
          {
            id: 'position',
            header: t.position,
            enableSorting: false,
            cell: ({ row }) => row.original.positionTitle || '—',
          },
        ]}
      />
      <h3 className={classes.heading}>{t.reportingLines}</h3>
      <DataTable<ReportingLine>
        caption={t.reportingLines}
        rows={props.reportingLines}
        rowId={(row) => row.from}
        parameter="lines"
        empty={nothing}
        columns={[
          ...lineDays,
          {
            id: 'manager',
            header: t.manager,
            enableSorting: false,
            cell: ({ row }) => row.original.managerName,
          },
        ]}
      />
    </Panel>
  );
}

function useDayColumns<Row extends { from: string; to: string | null }>(): Column<Row>[] {
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  return [
    {
      id: 'from',
      header: t.since,
      enableSorting: false,
      isRowHeader: true,
      cell: ({ row }) => formatDate(locale, row.original.from),
    },
    {
      id: 'to',
      header: t.until,
      enableSorting: false,
      // The day that ends a period is the first one on which it no longer holds.
      cell: ({ row }) =>
        row.original.to ? formatDate(locale, dayBefore(row.original.to)) : t.today,
    },
  ];
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
