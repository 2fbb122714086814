import { Readable, Transform, type TransformCallback } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Encoding } from '../../universal/intake/encodings';
import { textOfSpreadsheet } from '../../universal/spreadsheet-text';
import { fileLimits } from './file-limits';
import { type LetterDecoder, letterDecoder } from './letter-decoder';

/** One record of the file; `line` is the physical line it starts on, also where quoted fields hold line breaks. */
export interface CsvRecord {
  line: number;
  values: string[];
}

export type CsvStructureCode = 'stray-quote' | 'open-quote' | 'too-long' | 'not-in-encoding';

/** The file cannot be split into rows from this line on, so nothing after it can be trusted. */
export class CsvStructureError extends Error {
  constructor(
    readonly code: CsvStructureCode,
    readonly line: number,
  ) {
    super(`CSV structure: ${code} at line ${line}`);
  }
}

/**
 * Streams the records of a CSV file, the header included, without ever holding more than a few of them. Rows in which
 * nothing stands are left out, and so is the apostrophe that keeps a spreadsheet from reading a formula.
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  options: { encoding: Encoding; delimiter: string },
): AsyncGenerator<CsvRecord> {
  const position = new LinePosition();
  const parser = parse({
    delimiter: options.delimiter,
    bom: true,
    // Called as each record is parsed, so the position is known when the next one turns out to be broken.
    on_record: (values, { lines }) => inPlaceOf({ line: position.startOf(values, lines), values }),
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: fileLimits.row,
  });
  const bytes = Readable.from(source, { objectMode: false });
  const text = bytes.pipe(new ToUtf8(options.encoding));
  bytes.on('error', (error) => parser.destroy(error));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);

  try {
    yield* parser as unknown as AsyncIterable<CsvRecord>;
  } catch (error) {
    throw asStructureError(error, position);
  } finally {
    bytes.destroy();
    parser.destroy();
  }
}

/** The parser's types know no records but arrays of strings; it passes on whatever it is given, and drops null. */
function inPlaceOf({ line, values }: CsvRecord): string[] | null {
  if (values.every((value) => value.trim() === '')) return null;
  return { line, values: values.map(textOfSpreadsheet) } as unknown as string[];
}

/** The parser reports the line a record ends on and counts a quoted CRLF twice; this gives the line it starts on. */
class LinePosition {
  #doubled = 0;
  #end = 0;

  get nextLine(): number {
    return this.#end + 1;
  }

  get doubled(): number {
    return this.#doubled;
  }

  startOf(values: readonly string[], reportedEnd: number): number {
    let breaks = 0;
    for (const value of values) {
      if (!value.includes('\n') && !value.includes('\r')) continue;
      for (const found of value.match(/\r\n|\n|\r/g) ?? []) {
        breaks++;
        if (found.length === 2) this.#doubled++;
      }
    }
    this.#end = reportedEnd - this.#doubled;
    return this.#end - breaks;
  }
}

function asStructureError(error: unknown, position: LinePosition): unknown {
  if (error instanceof TypeError)
    return new CsvStructureError('not-in-encoding', position.nextLine);
  if (!(error instanceof CsvError)) return error;
  const reported = 'lines' in error && typeof error.lines === 'number' ? error.lines : 0;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new CsvStructureError('open-quote', position.nextLine);
    case 'CSV_MAX_RECORD_SIZE':
      return new CsvStructureError('too-long', position.nextLine);
    default:
      return new CsvStructureError(
        'stray-quote',
        Math.max(reported - position.doubled, position.nextLine),
      );
  }
}

class ToUtf8 extends Transform {
  #decoder: LetterDecoder;

  constructor(encoding: Encoding) {
    super();
    this.#decoder = letterDecoder(encoding, { fatal: true });
  }

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    this.#decode(() => this.#decoder.decode(chunk, { stream: true }), done);
  }

  override _flush(done: TransformCallback): void {
    this.#decode(() => this.#decoder.decode(), done);
  }

  #decode(decode: () => string, done: TransformCallback): void {
    try {
      done(null, decode());
    } catch (error) {
      done(error instanceof Error ? error : new TypeError(String(error)));
    }
  }
}
