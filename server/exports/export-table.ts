/** A number keeps its full precision in a workbook and is shown with the decimals of the screen. */
export interface ExportColumn {
  header: string;
  kind: 'text' | 'number' | 'count';
  decimals?: number;
  /** In characters. */
  width?: number;
}

export type ExportCell = string | number | null;

export interface ExportTable {
  /** The name of the sheet. */
  name: string;
  columns: readonly ExportColumn[];
  rows: readonly (readonly ExportCell[])[];
  /** What the numbers are: period, time, definitions. On a sheet of its own; a CSV holds the table alone. */
  notes: { name: string; rows: readonly (readonly [string, string])[] };
}
