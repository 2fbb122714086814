/** Files that pages offer for download, made of what their own documents returned: a file shows no more than its page. */
export type { ExportCell, ExportColumn, ExportTable } from './exports/export-table';
export type {
  Report,
  ReportCell,
  ReportChart,
  ReportColumn,
  ReportSection,
} from './exports/report';
export { reportPdf } from './exports/report-pdf';
export { tableCsv } from './exports/table-csv';
export { tableWorkbook } from './exports/table-workbook';
