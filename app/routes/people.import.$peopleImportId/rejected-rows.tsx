import { Button } from '@mantine/core';

import { formatCount } from '../../../universal/format';
import { DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import classes from '../../people/person-form.module.css';

interface RejectedRow {
  line: number;
  problems: readonly { field: string; value: string; reason: string }[];
}

interface RejectedRowsProps {
  rows: readonly RejectedRow[];
  total: number;
  peopleImportId: string;
}

/** What is wrong with which line: one entry for each problem. */
export function RejectedRows({ rows, total, peopleImportId }: RejectedRowsProps) {
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  const entries = rows.flatMap(({ line, problems }) =>
    problems.map((problem, index) => ({ ...problem, line, id: `${line}-${index}` })),
  );
  return (
    <Panel
      flush
      title={t.importRejectedTitle}
      description={t.importRejectedText}
      actions={
        <Button
          component="a"
          href={`/downloads/people/${peopleImportId}/rejected-rows.csv`}
          download
          variant="default"
        >
          {t.importDownload}
        </Button>
      }
    >
      <DataTable
        caption={t.importRejectedTitle}
        rows={entries}
        rowId={(entry) => entry.id}
        empty={null}
        columns={[
          {
            id: 'line',
            header: t.importLine,
            enableSorting: false,
            isRowHeader: true,
            cell: ({ row }) => formatCount(locale, row.original.line),
          },
          {
            id: 'field',
            header: t.importField,
            enableSorting: false,
            cell: ({ row }) => row.original.field,
          },
          {
            id: 'value',
            header: t.importValue,
            enableSorting: false,
            cell: ({ row }) => <span className={classes.value}>{row.original.value || '—'}</span>,
          },
          {
            id: 'reason',
            header: t.importReason,
            enableSorting: false,
            cell: ({ row }) => row.original.reason,
          },
        ]}
      />
      {total > rows.length && (
        <p className={classes.nothing}>
          {t.importFirstRows({ count: formatCount(locale, total) })}
        </p>
      )}
    </Panel>
  );
}
