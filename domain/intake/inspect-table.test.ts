import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EncodingProbe } from './encoding-probe';
import { FileRefused } from './file-refused';
import { inspectTable } from './inspect-table';
import { recogniseEncoding } from './recognise-encoding';
import { storableJson } from './storable-text';
import { tableRows } from './table-rows';

async function inspect(bytes: Uint8Array) {
  const open = async function* () {
    yield bytes;
  };
  const probe = new EncodingProbe();
  if (bytes.length > 0) probe.write(bytes);
  const { encoding } = await recogniseEncoding(probe.result(), open);
  const { sample, ...table } = await inspectTable(open, encoding);
  const rows = [];
  for await (const row of tableRows(open(), { encoding, ...table })) rows.push(row);
  return { ...table, sample, rows };
}

const nasty = fc.constantFrom(
  '\u0000',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  "'",
  '=',
  'sep=;',
  '\ufeff',

  'é',
  '好',
  '😀',
  '__proto__',
  'constructor',
  '{"ImportId":"x"}',
  'a',
  '1',
  ' ',
  '｜',
  '\u2028',
);

describe('a table of whatever bytes', () => {
  it('is inspected or refused with a reason, and never anything else', async () => {
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.array(nasty, { maxLength: 80 }).map((parts) => Buffer.from(parts.join(''))),
      fc.array(nasty, { maxLength: 80 }).map((parts) => Buffer.from(parts.join(''), 'utf16le')),
      fc.array(nasty, { maxLength: 80 }).map((parts) => Buffer.from(parts.join(''), 'latin1')),
    );
    await fc.assert(
      fc.asyncProperty(file, async (bytes) => {
        const found: unknown = await inspect(bytes).catch((error: unknown) => error);
        if (found instanceof FileRefused) return;
        // What breaks further down is said by the reader, with its line.
        if (found instanceof Error)
          expect(found).toMatchObject({ code: expect.any(String), line: expect.any(Number) });
        else expect(storableJson(found)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      }),
      { numRuns: 60, seed: 14 },
    );
  });

  it('has the rows that were written, in the order and lines of the file', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '好', '"', ',', '\n', ' '),
      maxLength: 6,
    });
    const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = given.map((cells) => cells.map(quoted).join());
        const found = await inspect(Buffer.from(`one,two,three\n${lines.join('\n')}\n`));
        expect(found.rows.map(({ values }) => values)).toEqual(given);
        expect(found.sample).toEqual(found.rows.slice(0, 200));
      }),
      { numRuns: 30, seed: 14 },
    );
  });
});
