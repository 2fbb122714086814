import { parse } from 'csv-parse/sync';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Columns that the report of rejected rows adds; a repaired report is uploaded with them still in it. */
export const reportColumns = [
  'tandem_line',
  'tandem_field',
  'tandem_value',
  'tandem_reason',
] as const;

/**
 * Which character separates the fields: the one that gives the most columns on the first line
 * and the same number on the lines after it. Undefined when no candidate gives two columns.
 */
export function detectDelimiter(sample: string): Delimiter | undefined {
  let best: { delimiter: Delimiter; score: number } | undefined;
  for (const delimiter of delimiters) {
    const rows = readLoosely(sample, delimiter);
    const width = rows[0]?.length ?? 0;
    if (width < 2) continue;
    const same = rows.filter((row) => row.length === width).length / rows.length;
    const score = same * 1000 + Math.min(width, 100);
    if (!best || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter;
}

function readLoosely(sample: string, delimiter: string): string[][] {
  return parse(sample, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    to: 50,
  });
}

export type HeaderProblem =
  { code: 'header-is-data' } | { code: 'one-column' } | { code: 'repeated-column'; column: string };

/** The names of the columns, trimmed; a column without a name gets its position. */
export function readHeader(
  cells: readonly string[],
): { columns: string[] } | { problem: HeaderProblem } {
  const columns = cells.map((cell, index) => cell.normalize('NFC').trim() || `#${index + 1}`);
  if (columns.length < 2) return { problem: { code: 'one-column' } };
  if (columns.every((name) => /^[\d\s.,/:+-]*$/.test(name)))
    return { problem: { code: 'header-is-data' } };
  const seen = new Set<string>();
  for (const column of columns) {
    if (seen.has(column)) return { problem: { code: 'repeated-column', column } };
    seen.add(column);
  }
  return { columns };
}

/** A stable name of "a file with these columns", used to offer a remembered mapping. The report's own columns do not count. */
export function headerSignature(columns: readonly string[]): string {
  const own = columns.filter((column) => !(reportColumns as readonly string[]).includes(column));
  return JSON.stringify(own.map((column) => column.toLowerCase()).sort());
}
