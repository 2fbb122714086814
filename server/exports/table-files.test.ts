import { buffer } from 'node:stream/consumers';

import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';

import type { ExportTable } from './export-table';
import { tableCsv } from './table-csv';
import { tableWorkbook } from './table-workbook';

const table: ExportTable = {
  name: 'Scorecards: Q3/2026',
  columns: [
    { header: '部门', kind: 'text' },
    { header: 'NPS', kind: 'number', decimals: 1 },
    { header: 'n', kind: 'count' },
  ],
  rows: [
    ['门店, "北区"', -4.2499, 1204],
    ['=HYPERLINK("http://example.com")', null, 7],
  ],
  notes: { name: 'Notes', rows: [['Period', 'Q3 2026']] },
};

const bytesOf = async (stream: NodeJS.ReadableStream) => buffer(stream);

describe('tableCsv', () => {
  it('begins with the mark that Excel reads Chinese by', async () => {
    expect((await bytesOf(tableCsv(table))).subarray(0, 3).toString('hex')).toBe('efbbbf');
  });

  it('holds what the screen shows, negative numbers as numbers', async () => {
    const rows: string[][] = parse(await bytesOf(tableCsv(table)), { bom: true });
    expect(rows).toEqual([
      ['部门', 'NPS', 'n'],
      ['门店, "北区"', '-4.2', '1204'],
      ['\'=HYPERLINK("http://example.com")', '', '7'],
    ]);
  });
});

describe('tableWorkbook', () => {
  const read = async () => {
    const workbook = new ExcelJS.Workbook();
    // The library's types name an older Buffer than Node's.
    await workbook.xlsx.load((await bytesOf(await tableWorkbook(table))) as unknown as ArrayBuffer);
    return workbook;
  };

  it('holds real numbers in their full precision, shown as on the screen', async () => {
    const sheet = (await read()).worksheets[0];
    expect(sheet?.name).toBe('Scorecards  Q3 2026');
    expect(sheet?.getCell('B2').value).toBe(-4.2499);
    expect(sheet?.getCell('B2').numFmt).toBe('#,##0.0');
    expect(sheet?.getCell('C2').value).toBe(1204);
    expect(sheet?.getCell('B3').value).toBeNull();
  });

  it('keeps the heading in view and stores no formula', async () => {
    const sheet = (await read()).worksheets[0];
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getCell('A3').value).toBe('=HYPERLINK("http://example.com")');
    expect(sheet?.getCell('A3').formula).toBeUndefined();
  });

  it('says on a second sheet what the numbers are', async () => {
    expect((await read()).worksheets[1]?.getCell('B1').value).toBe('Q3 2026');
  });
});
