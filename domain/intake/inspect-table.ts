import type { Encoding } from '../../universal/intake/encodings';
import {
  type Delimiter,
  detectDelimiter,
  filledWidth,
  readHeader,
  withoutPreamble,
} from './csv-dialect';
import { type CsvRecord, CsvStructureError, readCsv } from './csv-reader';
import { FileRefused } from './file-refused';
import { letterDecoder } from './letter-decoder';
import { tableRows } from './table-rows';

const sampleBytes = 512 * 1024;
const sampleRows = 200;

export interface TableInspection {
  delimiter: Delimiter;
  columns: string[];
  /** The first rows, with the line each starts on. */
  sample: CsvRecord[];
}

/** Reads the beginning of a file whose encoding is known: how it is separated and what its columns are called. */
export async function inspectTable(
  open: () => AsyncIterable<Uint8Array>,
  encoding: Encoding,
): Promise<TableInspection> {
  const head = await readHead(open(), encoding);
  if (head.trim() === '') throw new FileRefused('empty');
  const delimiter = detectDelimiter(head);
  if (!delimiter) throw new FileRefused('one-column');
  const records = withoutPreamble(
    await firstOf(readCsv(open(), { encoding, delimiter }), sampleRows),
    ({ values }) => values,
  );
  const [header, ...below] = records;
  if (!header) throw new FileRefused('one-column');
  const width = Math.min(
    header.values.length,
    Math.max(...below.map(({ values }) => filledWidth(values)), 0),
  );
  const read = readHeader(header.values, width);
  if ('problem' in read) {
    const { code, ...params } = read.problem;
    throw new FileRefused(code, params);
  }
  const { columns } = read;
  const sample = await firstOf(tableRows(open(), { encoding, delimiter, columns }), sampleRows);
  if (sample.length === 0) throw new FileRefused('only-header');
  return { delimiter, columns, sample };
}

async function firstOf(records: AsyncGenerator<CsvRecord>, count: number): Promise<CsvRecord[]> {
  const found: CsvRecord[] = [];
  try {
    for await (const record of records) {
      found.push(record);
      if (found.length >= count) break;
    }
  } catch (error) {
    throw asRefusal(error);
  }
  return found;
}

/** A file that cannot be split into rows is refused as a whole; any other error is passed on. */
export function asRefusal(error: unknown): unknown {
  return error instanceof CsvStructureError
    ? new FileRefused(error.code, { line: error.line })
    : error;
}

async function readHead(source: AsyncIterable<Uint8Array>, encoding: Encoding): Promise<string> {
  const decoder = letterDecoder(encoding);
  let text = '';
  let bytes = 0;
  for await (const chunk of source) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    if (bytes >= sampleBytes) break;
  }
  // A cut last line would count as ragged.
  const lastBreak = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return bytes >= sampleBytes && lastBreak > 0 ? text.slice(0, lastBreak) : text;
}
