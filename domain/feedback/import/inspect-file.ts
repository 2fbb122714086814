import type { EncodingFinding } from '../../../universal/intake/encodings';
import { cutText, type Delimiter, headerSignature, inspectTable } from '../../intake';
import { type ColumnGuess, guessColumns } from './guess-columns';

const keptRows = 20;
/** What is shown of a cell of the first rows. */
const longestShown = 2000;

export interface FileInspection {
  encoding: EncodingFinding;
  delimiter: Delimiter;
  columns: string[];
  signature: string;
  /** The first rows, with the line each starts on. */
  sample: { line: number; values: string[] }[];
  guess: ColumnGuess;
}

/** Reads the beginning of a file: how it is separated, what its columns are called and may hold. */
export async function inspectFile(
  open: () => AsyncIterable<Uint8Array>,
  encoding: EncodingFinding,
): Promise<FileInspection> {
  const { delimiter, columns, sample } = await inspectTable(open, encoding.encoding);
  return {
    encoding,
    delimiter,
    columns,
    signature: headerSignature(columns),
    sample: sample.slice(0, keptRows).map(({ line, values }) => ({
      line,
      values: values.map((value) => cutText(value, longestShown)),
    })),
    guess: guessColumns(
      columns,
      sample.map(({ values }) => values),
    ),
  };
}
