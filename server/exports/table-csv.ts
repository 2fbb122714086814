import { Readable } from 'node:stream';

import { stringify } from 'csv-stringify';

import { roundTo } from '../../universal/round';
import type { ExportCell, ExportColumn, ExportTable } from './export-table';
import { spreadsheetText } from '../../universal/spreadsheet-text';

function written(cell: ExportCell, column: ExportColumn | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return spreadsheetText(cell);
  if (column?.kind !== 'number') return String(cell);
  const decimals = column.decimals ?? 1;
  return roundTo(cell, decimals).toFixed(decimals);
}

function* lines({ columns, rows }: ExportTable): Generator<string[]> {
  yield columns.map(({ header }) => spreadsheetText(header));
  for (const row of rows) yield row.map((cell, index) => written(cell, columns[index]));
}

/** The table as CSV: RFC 4180, UTF-8 with the mark that Excel needs to read Chinese, numbers with a plain point. */
export function tableCsv(table: ExportTable): Readable {
  return Readable.from(lines(table)).pipe(stringify({ bom: true, record_delimiter: 'windows' }));
}
