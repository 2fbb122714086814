import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EncodingProbe, type ProbeResult } from './encoding-probe';

function probe(bytes: Uint8Array, chunk = bytes.length || 1): ProbeResult {
  const reader = new EncodingProbe();
  for (let at = 0; at < bytes.length; at += chunk) reader.write(bytes.subarray(at, at + chunk));
  return reader.result();
}

const text = 'date,score,comment\n2026-03-12,5,很好 – très bien\n';
const utf16be = Buffer.from(text, 'utf16le').swap16();
describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8', false],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8', true],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le', true],
    [
      'UTF-16 big-endian with a byte order mark',
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      'utf-16be',
      true,
    ],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le', false],
    ['UTF-16 big-endian without a mark', utf16be, 'utf-16be', false],
  ])('is found for %s', (_name, bytes, encoding, hasBom) => {
    expect(probe(bytes)).toEqual({ kind: 'unicode', encoding, hasBom });
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'empty', null],
    ['a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2]), 'workbook', null],
    ['a zipped file', Buffer.from([0x1f, 0x8b, 8, 0]), 'binary', null],
    [
      'bytes with zeros',
      Buffer.from([65, 66, 67, 68, 69, 70, 71, 72, 73, 0, 74, 75]),
      'binary',
      null,
    ],
    [
      'UTF-8 that was damaged',
      Buffer.concat([Buffer.from(`${'é'.repeat(30)}\nb\n`), Buffer.from([0xe9, 0x2c, 0x0a])]),
      'unknown-encoding',
      3,
    ],
  ])('is refused for %s', (_name, bytes, reason, line) => {
    expect(probe(bytes)).toEqual({ kind: 'refused', reason, line });
  });

  it('is open where the text is not Unicode, with the lines that tell and the first of them', () => {
    const bytes = Buffer.concat([
      Buffer.from('a,b\n'.repeat(50_000)),
      Buffer.from([0x63, 0xe9, 0x2c, 0x0a, 0x64, 0x0a, 0xe8, 0x0a]),
    ]);
    expect(probe(bytes, 1000)).toEqual({
      kind: 'legacy',
      line: 50_001,
      sample: Buffer.from([0x63, 0xe9, 0x2c, 0x0a, 0xe8, 0x0a]),
    });
  });

  it('is that of a text with a stray NUL: its row is refused, not the file', () => {
    const bytes = Buffer.from(`name\nA\u0000nn\n${'Bo\n'.repeat(50)}`);
    expect(probe(bytes)).toMatchObject({ kind: 'unicode', encoding: 'utf-8' });
  });

  it('does not depend on where the chunks are cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        (words, chunk) => {
          const bytes = Buffer.from(`a,${words.replaceAll('\u0000', '')}\n`);
          expect(probe(bytes, chunk)).toEqual(probe(bytes));
        },
      ),
    );
  });
});
