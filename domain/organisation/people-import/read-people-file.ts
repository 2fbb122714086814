import { Readable, Transform, type TransformCallback } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Text } from '../../../universal/text';

/** The file as a whole cannot be read. */
export class PeopleFileUnreadable extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

export interface FileRow {
  line: number;
  cells: string[];
}

type Open = () => Promise<AsyncIterable<Uint8Array>>;

const largestRow = 64 * 1024;

/** Streams the rows of a CSV file, its heading first. UTF-8 or GB18030; comma, semicolon or tab. */
export async function* readPeopleFile(open: Open): AsyncGenerator<FileRow> {
  const { encoding, delimiter } = await inspect(open);
  const bytes = Readable.from(await open(), { objectMode: false });
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: largestRow,
    info: true,
  });
  const text = bytes.pipe(new ToText(encoding));
  for (const stream of [bytes, text]) stream.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      yield { line: info.lines - breaksIn(record), cells: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new PeopleFileUnreadable(brokenAt(error));
    throw error;
  } finally {
    bytes.destroy();
    parser.destroy();
  }
}

/** The first line decides about the delimiter, all of the file about the encoding. */
async function inspect(open: Open): Promise<{ encoding: string; delimiter: string }> {
  const encoding = (await isWritten(open, 'utf-8')) ? 'utf-8' : 'gb18030';
  if (encoding === 'gb18030' && !(await isWritten(open, encoding))) {
    throw new PeopleFileUnreadable({
      en: 'The file is neither UTF-8 nor GB18030. Save it as “CSV UTF-8” and try again.',
      zh: '文件既不是 UTF-8 也不是 GB18030 编码，请另存为“CSV UTF-8”后重试。',
    });
  }
  const first =
    new TextDecoder(encoding).decode(await firstBytes(open)).split(/[\r\n]/, 1)[0] ?? '';
  const count = (mark: string) => first.split(mark).length;
  const delimiter = [',', ';', '\t'].reduce((best, mark) =>
    count(mark) > count(best) ? mark : best,
  );
  return { encoding, delimiter };
}

async function isWritten(open: Open, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of await open()) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function firstBytes(open: Open): Promise<Uint8Array> {
  for await (const chunk of await open()) return chunk.subarray(0, 8192);
  return new Uint8Array();
}

class ToText extends Transform {
  readonly #decoder: TextDecoder;

  constructor(encoding: string) {
    super();
    this.#decoder = new TextDecoder(encoding);
  }

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    done(null, this.#decoder.decode(chunk, { stream: true }));
  }

  override _flush(done: TransformCallback): void {
    done(null, this.#decoder.decode());
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function brokenAt(error: CsvError): Text {
  const line = 'lines' in error ? Number(error['lines']) : 0;
  const { code } = error;
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return { en: 'A quotation mark is opened and never closed.', zh: '有一个引号没有闭合。' };
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return { en: `Line ${line} is too long.`, zh: `第 ${line} 行过长。` };
  }
  return {
    en: `The quotation marks of line ${line} do not match.`,
    zh: `第 ${line} 行的引号不匹配。`,
  };
}
