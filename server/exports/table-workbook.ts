import { PassThrough, type Readable } from 'node:stream';

import { roundTo } from '../../universal/round';
import type { ExportCell, ExportColumn, ExportTable } from './export-table';

const numberFormatOf = ({ kind, decimals = 1 }: ExportColumn) =>
  kind === 'text'
    ? undefined
    : kind === 'count' || decimals === 0
      ? '#,##0'
      : `#,##0.${'0'.repeat(decimals)}`;

/** Excel refuses these signs in the name of a sheet, and more than 31 of any. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** A spreadsheet would show what rounds to zero from below as minus zero. */
function withoutMinusZero(cell: ExportCell, column: ExportColumn | undefined): ExportCell {
  if (typeof cell !== 'number' || column?.kind !== 'number') return cell;
  return roundTo(cell, column.decimals ?? 1) === 0 ? 0 : cell;
}

/**
 * The table as a workbook, written row by row: real numbers, a heading that stays in view, and the notes on a second
 * sheet. A text is stored as text and never as a formula.
 */
export async function tableWorkbook(table: ExportTable): Promise<Readable> {
  // Loading the library takes over half a second, so only those who export wait for it.
  const { default: excel } = await import('exceljs');
  const output = new PassThrough();
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
  const write = async () => {
    const sheet = workbook.addWorksheet(sheetName(table.name), {
      views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
    });
    sheet.columns = table.columns.map((column) => {
      const numFmt = numberFormatOf(column);
      return { header: column.header, width: column.width ?? 14, style: numFmt ? { numFmt } : {} };
    });
    const heading = sheet.getRow(1);
    heading.font = { bold: true };
    heading.alignment = { wrapText: true, vertical: 'top' };
    heading.commit();
    sheet.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: 1, column: table.columns.length },
    };
    for (const row of table.rows) {
      sheet.addRow(row.map((cell, index) => withoutMinusZero(cell, table.columns[index]))).commit();
    }
    sheet.commit();

    const notes = workbook.addWorksheet(sheetName(table.notes.name));
    notes.columns = [
      { width: 28, style: { font: { bold: true } } },
      { width: 100, style: { alignment: { wrapText: true, vertical: 'top' } } },
    ];
    for (const row of table.notes.rows) notes.addRow([...row]).commit();
    notes.commit();
    await workbook.commit();
  };
  write().catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return output;
}
