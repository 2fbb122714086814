import { type Delimiter, detectDelimiter, headerSignature, readHeader } from './csv-dialect';
import { CsvStructureError, readCsv } from './csv-reader';
import type { Encoding } from './encoding';
import { ImportRefused } from './import-refused';
import { type ColumnGuess, guessColumns } from './guess-columns';

const sampleBytes = 512 * 1024;
const sampleRows = 200;

export interface FileInspection {
  encoding: Encoding;
  delimiter: Delimiter;
  columns: string[];
  signature: string;
  /** The first rows, with the line each starts on. */
  sample: { line: number; values: string[] }[];
  guess: ColumnGuess;
}

/** Reads the beginning of a file whose encoding is known: how it is separated, what its columns are called and may hold. */
export async function inspectFile(
  open: () => AsyncIterable<Uint8Array>,
  encoding: Encoding,
): Promise<FileInspection> {
  const head = await readHead(open(), encoding);
  if (head.trim() === '') throw new ImportRefused('empty');
  const delimiter = detectDelimiter(head);
  if (!delimiter) throw new ImportRefused('one-column');
  const records = [];
  try {
    for await (const record of readCsv(open(), { encoding, delimiter })) {
      records.push(record);
      if (records.length > sampleRows) break;
    }
  } catch (error) {
    if (error instanceof CsvStructureError)
      throw new ImportRefused(error.code, { line: error.line });
    throw error;
  }
  const [header, ...sample] = records;
  if (!header) throw new ImportRefused('empty');
  const read = readHeader(header.values);
  if ('problem' in read) {
    const { code, ...params } = read.problem;
    throw new ImportRefused(code, params);
  }
  if (sample.length === 0) throw new ImportRefused('only-header');
  return {
    encoding,
    delimiter,
    columns: read.columns,
    signature: headerSignature(read.columns),
    sample,
    guess: guessColumns(
      read.columns,
      sample.map(({ values }) => values),
    ),
  };
}

async function readHead(source: AsyncIterable<Uint8Array>, encoding: Encoding): Promise<string> {
  const decoder = new TextDecoder(encoding);
  let text = '';
  let bytes = 0;
  for await (const chunk of source) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    if (bytes >= sampleBytes) break;
  }
  // A cut last line would count as ragged.
  const lastBreak = text.lastIndexOf('\n');
  return bytes >= sampleBytes && lastBreak > 0 ? text.slice(0, lastBreak) : text;
}
