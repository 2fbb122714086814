import { stringify } from 'csv-stringify/sync';
import { spreadsheetText } from '../../universal/spreadsheet-text';
import { isReportColumn, reportColumns } from './csv-dialect';

export interface RefusedRow {
  line: number;
  cells: readonly string[];
  problems: readonly { field: string; value: string; reason: string }[];
}

/**
 * Refused rows as a file, in the columns and order of the one they come from, each with its line, fields, values and
 * reasons in columns after them. Repaired, it can be uploaded as it is: the added columns are ignored. With a byte order
 * mark, so that spreadsheets read it as UTF-8, and with nothing in it that a spreadsheet would compute.
 */
export async function* repairReport(
  columns: readonly string[],
  pages: AsyncIterable<readonly RefusedRow[]>,
): AsyncGenerator<string> {
  const kept = columns.flatMap((name, index) => (isReportColumn(name) ? [] : [index]));
  yield `\ufeff${csv([[...kept.map((index) => columns[index] ?? ''), ...reportColumns]])}`;
  for await (const rows of pages) {
    yield csv(
      rows.map(({ line, cells, problems }) => {
        const joined = (pick: (problem: RefusedRow['problems'][number]) => string) =>
          problems.map(pick).join(' | ');
        return [
          ...kept.map((index) => cells[index] ?? ''),
          // Cells beyond the heading are what is wrong with such a row; the report names them.
          String(line),
          joined(({ field }) => field),
          joined(({ value }) => value),
          joined(({ reason }) => reason),
        ];
      }),
    );
  }
}

/** Rows as CSV whose texts are texts for a spreadsheet as well. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? spreadsheetText(cell) : cell))),
  );
}
