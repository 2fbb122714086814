import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadsheetText, textOfSpreadsheet } from './spreadsheet-text';

describe('a text for a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['-5', "'-5"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["d'accord", "d'accord"],
    ["'tis", "'tis"],
    ['', ''],
  ])('%j is written as %j', (text, cell) => {
    expect(spreadsheetText(text)).toBe(cell);
    expect(textOfSpreadsheet(cell)).toBe(text);
  });

  it('comes back as it was, whatever it is, and never begins like a formula', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '-', '@', '＋', 'a', '\t', ' ') });
    fc.assert(
      fc.property(text, (words) => {
        expect(textOfSpreadsheet(spreadsheetText(words))).toBe(words);
        expect(spreadsheetText(words)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });
});
