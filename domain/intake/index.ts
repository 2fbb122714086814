export { type Delimiter, headerSignature, isReportColumn } from './csv-dialect';
export type { CsvRecord } from './csv-reader';
export { FileRefused } from './file-refused';
export { asRefusal, inspectTable } from './inspect-table';
export { csv, repairReport } from './repair-report';
export { mostSimilar } from './similar-names';
export { cutText, isStorable, storableJson, storableText } from './storable-text';
export { tableRows } from './table-rows';
export { openFile, takeUpload, tooLarge, type Upload } from './upload';
