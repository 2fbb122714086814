import { parse } from 'csv-parse/sync';
import { fileLimits } from './file-limits';

export const delimiters = [',', ';', '\t', '|', '，', '；', '^', '~'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Columns that the report of rejected rows adds; a repaired report is uploaded with them still in it. */
export const reportColumns = [
  'tandem_line',
  'tandem_field',
  'tandem_value',
  'tandem_reason',
] as const;

export const isReportColumn = (name: string): boolean =>
  (reportColumns as readonly string[]).includes(name);

/**
 * Which character separates the fields: the one that the file names itself (`sep=;`), else the one that gives the most
 * columns and the same number on most lines. Undefined when no candidate gives two columns.
 */
export function detectDelimiter(sample: string): Delimiter | undefined {
  const said = /^\ufeff?"?sep=(.)"?[\r\n]/i.exec(sample)?.[1];
  const named = delimiters.find((delimiter) => delimiter === said);
  if (named) return named;
  let best: { delimiter: Delimiter; score: number } | undefined;
  for (const delimiter of delimiters) {
    const rows = withoutPreamble(readLoosely(sample, delimiter), (row) => row);
    const width = filledWidth(rows[0] ?? []);
    if (width < 2) continue;
    const same = rows.filter((row) => filledWidth(row) <= width).length / rows.length;
    const full = rows.filter((row) => row.length >= width).length / rows.length;
    const score = Math.min(same, full) * 1000 + Math.min(width, 100);
    if (!best || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter;
}

function readLoosely(sample: string, delimiter: string): string[][] {
  return parse(sample, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    to: 50,
  });
}

/** How many cells a row has up to the last one that is not empty. */
export function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1]!.trim() === '') width--;
  return width;
}

const longestPreamble = 20;

/** Rows from the heading on: titles, dates of the report and `sep=` stand in a cell of their own above it. */
export function withoutPreamble<T>(
  rows: readonly T[],
  cellsOf: (row: T) => readonly string[],
): T[] {
  const start = rows
    .slice(0, longestPreamble + 1)
    .findIndex((row) => filledWidth(cellsOf(row)) > 1);
  return start === -1 ? [] : rows.slice(start);
}

export type HeaderProblem =
  | { code: 'header-is-data' }
  | { code: 'one-column' }
  | { code: 'repeated-column'; column: string }
  | { code: 'too-many-columns'; found: number; limit: number }
  | { code: 'column-name-too-long'; position: number; limit: number }
  | { code: 'nul-in-header'; position: number };

/** How a cell of the heading is called; one without a name gets its position. */
export const columnName = (cell: string, index: number): string =>
  cell.normalize('NFC').trim() || `#${index + 1}`;

/** The names of the columns, trimmed. `width`: columns beyond it have neither a name nor a value. */
export function readHeader(
  cells: readonly string[],
  width = cells.length,
): { columns: string[] } | { problem: HeaderProblem } {
  const columns = cells.slice(0, Math.max(filledWidth(cells), width)).map(columnName);
  if (columns.length < 2) return { problem: { code: 'one-column' } };
  if (columns.length > fileLimits.columns) {
    const limit = fileLimits.columns;
    return { problem: { code: 'too-many-columns', found: columns.length, limit } };
  }
  if (columns.every((name) => /^[\d\s.,/:+-]*$/.test(name)))
    return { problem: { code: 'header-is-data' } };
  const seen = new Set<string>();
  for (const [index, column] of columns.entries()) {
    const position = index + 1;
    if (column.length > fileLimits.columnName)
      return { problem: { code: 'column-name-too-long', position, limit: fileLimits.columnName } };
    if (column.includes('\u0000')) return { problem: { code: 'nul-in-header', position } };
    if (seen.has(column)) return { problem: { code: 'repeated-column', column } };
    seen.add(column);
  }
  return { columns };
}

/** A stable name of "a file with these columns", used to offer a remembered mapping. The report's own columns do not count. */
export function headerSignature(columns: readonly string[]): string {
  const own = columns.filter((column) => !isReportColumn(column));
  return JSON.stringify(own.map((column) => column.toLowerCase()).sort());
}
