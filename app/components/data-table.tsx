import { Link, useSearchParams } from '@remix-run/react';
import {
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
  type Header,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

import { shellMessages } from '../locales/shell';
import { useMessages } from '../locale';
import { changedSearch } from './address';
import classes from './data-table.module.css';

/** A column of the table library, with what our table adds. */
export type Column<Row> = ColumnDef<Row, unknown> & {
  /** Numbers stand at the end of their column. */
  align?: 'start' | 'end';
  /** Left out on a phone. */
  isMinor?: boolean;
  /** The column that names the row for a screen reader. */
  isRowHeader?: boolean;
};

interface DataTableProps<Row> {
  /** What the table holds; read out, and shown only where there is no other heading. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** `page`: all rows are here and are sorted here. `server`: the loader reads `?sort=` and gives the rows in order. */
  sorting?: 'page' | 'server';
  /** As in the address: `name`, or `-score` for the largest first. */
  defaultSort?: string;
  /** Shown in place of the table. */
  empty: ReactNode;
  /** Several tables on a page each have their own parameter. */
  parameter?: string;
}

/** `-score` ↔ what the table library wants. */
function parseSort(value: string | null | undefined): { id: string; desc: boolean }[] {
  if (!value) return [];
  return [{ id: value.replace(/^-/, ''), desc: value.startsWith('-') }];
}

/** A list as a table. Its order stands in the address, so headings are links and work without scripts. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    columns,
    rows,
    rowId,
    sorting = 'page',
    defaultSort,
    empty,
    parameter = 'sort',
  } = props;
  const t = useMessages(shellMessages);
  const [search] = useSearchParams();
  const table = useReactTable<Row>({
    data: rows as Row[],
    columns: columns as Column<Row>[],
    getRowId: rowId,
    state: { sorting: parseSort(search.get(parameter) ?? defaultSort) },
    manualSorting: sorting === 'server',
    enableSortingRemoval: false,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  if (rows.length === 0) return <>{empty}</>;
  return (
    // Scrolled with the keyboard where the table is wider than the screen.
    <div
      className={classes.scroll}
      role="region"
      aria-label={t.scrollTable({ caption })}
      tabIndex={0}
    >
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <HeaderCell key={header.id} header={header} parameter={parameter} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getVisibleCells().map((cell) => {
                const column: Column<Row> = cell.column.columnDef;
                const content = flexRender(cell.column.columnDef.cell, cell.getContext());
                const shared = {
                  'data-align': column.align,
                  'data-minor': column.isMinor || undefined,
                };
                return column.isRowHeader ? (
                  <th key={cell.id} scope="row" dir="auto" {...shared}>
                    {content}
                  </th>
                ) : (
                  <td key={cell.id} dir="auto" {...shared}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({
  header,
  parameter,
}: {
  header: Header<Row, unknown>;
  parameter: string;
}) {
  const t = useMessages(shellMessages);
  const [search] = useSearchParams();
  const { column } = header;
  const definition: Column<Row> = column.columnDef;
  const name = flexRender(column.columnDef.header, header.getContext());
  const sorted = column.getIsSorted();
  const next = sorted === false ? column.getFirstSortDir() : sorted === 'asc' ? 'desc' : 'asc';
  const label = typeof column.columnDef.header === 'string' ? column.columnDef.header : column.id;
  return (
    <th
      scope="col"
      data-align={definition.align}
      data-minor={definition.isMinor || undefined}
      aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      {column.getCanSort() ? (
        <Link
          to={changedSearch(search, { [parameter]: `${next === 'desc' ? '-' : ''}${column.id}` })}
          preventScrollReset
          replace
          title={t.sortBy({ column: label })}
          className={classes.sort}
          data-sorted={sorted || undefined}
        >
          {name}
          <svg width="8" height="10" viewBox="0 0 8 10" fill="currentColor" aria-hidden>
            <path d="M4 0 7.5 4H.5Z" opacity={sorted === 'desc' ? 0.25 : 1} />
            <path d="M4 10 .5 6h7Z" opacity={sorted === 'asc' ? 0.25 : 1} />
          </svg>
        </Link>
      ) : (
        name
      )}
    </th>
  );
}
