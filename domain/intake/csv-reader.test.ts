import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, CsvStructureError, readCsv } from './csv-reader';
import type { Encoding } from '../../universal/intake/encodings';

async function* chunksOf(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(
  content: string | Buffer,
  encoding: Encoding = 'utf-8',
  delimiter = ',',
  chunk = 7,
): Promise<CsvRecord[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const records: CsvRecord[] = [];
  for await (const record of readCsv(chunksOf(bytes, chunk), { encoding, delimiter }))
    records.push(record);
  return records;
}

const failure = async (content: string | Buffer, encoding?: Encoding) => {
  const error: unknown = await read(content, encoding).catch((thrown: unknown) => thrown);
  return error instanceof CsvStructureError ? [error.code, error.line] : error;
};

describe('reading CSV', () => {
  it.each([
    ['line feeds', '\n', '\n'],
    ['carriage returns and line feeds', '\r\n', '\r\n'],
    ['line feeds inside quotes of a CRLF file', '\r\n', '\n'],
    ['CRLF inside quotes of a line feed file', '\n', '\r\n'],
  ])('counts physical lines with %s', async (_name, end, inner) => {
    const content = ['a,b', '', `1,"x${inner}y${inner}z"`, '2,3', `"p${inner}q",5`, '6,7', ''].join(
      end,
    );
    expect((await read(content)).map(({ line, values }) => [line, values[1]])).toEqual([
      [1, 'b'],
      [3, `x${inner}y${inner}z`],
      [6, '3'],
      [7, '5'],
      [9, '7'],
    ]);
  });

  it('removes the byte order mark and reads other encodings', async () => {
    const content = '\ufeff日期,评论\n2026-03-12,很好\n';
    const expected = [
      ['日期', '评论'],
      ['2026-03-12', '很好'],
    ];
    expect((await read(content)).map(({ values }) => values)).toEqual(expected);
    expect(
      (await read(Buffer.from(content, 'utf16le'), 'utf-16le')).map(({ values }) => values),
    ).toEqual(expected);
  });

  it('keeps rows with too few and too many fields for the validation to report', async () => {
    expect((await read('a,b\n1\n1,2,3\n')).map(({ values }) => values.length)).toEqual([2, 1, 3]);
  });

  it('leaves out rows in which nothing stands, and the apostrophe before what is no formula', async () => {
    const content = "a,b\n,\n 1,\n , ,\n'=1+1,'-5\n'tis,''=x\n";
    expect(await read(content)).toEqual([
      { line: 1, values: ['a', 'b'] },
      { line: 3, values: [' 1', ''] },
      { line: 5, values: ['=1+1', '-5'] },
      { line: 6, values: ["'tis", "'=x"] },
    ]);
  });

  it.each([
    ['a quote inside an unquoted field', 'a,b\n1,2\n3,x"y\n', ['stray-quote', 3]],
    ['text after a closing quote', 'a,b\n1,"two\nlines"\n3,"x"y\n', ['stray-quote', 4]],
    ['a quote that is never closed', 'a,b\n1,2\n3,"x\n4,5\n6,7\n', ['open-quote', 3]],
  ])('names the line of %s', async (_name, content, expected) => {
    expect(await failure(content)).toEqual(expected);
  });

  it('gives up on an endless field early', async () => {
    expect(await failure(`a,b\n1,2\n3,"${'x'.repeat(1_100_000)}`)).toEqual(['too-long', 3]);
  });

  it('stops at bytes that do not belong to the encoding', async () => {
    expect(
      await failure(Buffer.from([97, 44, 98, 10, 0xff, 0xff, 0x2c, 49, 10]), 'gb18030'),
    ).toEqual(['not-in-encoding', 1]);
  });

  it('reads back what a CSV writer wrote', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '分', ' ', ';', 'é'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1 }),
        async (rows) => {
          const content = stringify(rows, { quoted: true });
          expect((await read(content)).map(({ values }) => values)).toEqual(rows);
        },
      ),
    );
  });
});
