import type { Encoding } from '../../universal/intake/encodings';
import { columnName, filledWidth } from './csv-dialect';
import { type CsvRecord, readCsv } from './csv-reader';

interface TableFormat {
  encoding: Encoding;
  delimiter: string;
  /** Names of the columns, as they were read from the heading before. */
  columns: readonly string[];
}

/** Streams the rows below the heading, without empty cells beyond the last column. */
export async function* tableRows(
  source: AsyncIterable<Uint8Array>,
  { encoding, delimiter, columns }: TableFormat,
): AsyncGenerator<CsvRecord> {
  let isBelow = false;
  const rows = new QuestionRows();
  for await (const record of readCsv(source, { encoding, delimiter })) {
    if (isBelow) yield* rows.next(fitted(record, columns.length));
    else isBelow = isHeading(record, columns);
  }
  yield* rows.end();
}

function isHeading({ values }: CsvRecord, columns: readonly string[]): boolean {
  return columns.every((name, index) => columnName(values[index] ?? '', index) === name);
}

function fitted(record: CsvRecord, width: number): CsvRecord {
  if (record.values.length <= width || filledWidth(record.values) > width) return record;
  return { line: record.line, values: record.values.slice(0, width) };
}

/** Some survey tools repeat the questions, and then ids of their own, in two more rows below the heading. */
class QuestionRows {
  #held: CsvRecord | undefined;
  #isOver = false;

  *next(record: CsvRecord): Generator<CsvRecord> {
    if (this.#isOver) {
      yield record;
      return;
    }
    if (isIdRow(record)) {
      this.#isOver = true;
      return;
    }
    if (!this.#held) {
      this.#held = record;
      return;
    }
    this.#isOver = true;
    yield this.#held;
    yield record;
  }

  *end(): Generator<CsvRecord> {
    if (!this.#isOver && this.#held) yield this.#held;
  }
}

const isIdRow = ({ values }: CsvRecord): boolean =>
  values.some((value) => value !== '') &&
  values.every((value) => value === '' || value.startsWith('{"ImportId":'));
