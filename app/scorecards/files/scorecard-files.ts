import type { LoaderFunctionArgs } from '@remix-run/node';

import {
  reportPdf,
  tableCsv,
  tableWorkbook,
  type ExportTable,
  type Report,
} from '../../../server/files.server';
import { loadDepartment } from '../load-department';
import { loadGrid } from '../load-grid';
import { basisOf } from './file-basis';
import { departmentReport } from './department-report';
import { departmentTableFile } from './department-table-file';
import { fileResponse, type FileFormat } from './file-response';
import { gridReport } from './grid-report';
import { gridTableFile } from './grid-table-file';

async function makeFile(
  format: FileFormat,
  name: string,
  table: () => ExportTable,
  report: () => Report,
): Promise<Response> {
  const made = {
    csv: () => tableCsv(table()),
    xlsx: () => tableWorkbook(table()),
    pdf: () => reportPdf(report()),
  };
  return fileResponse(await made[format](), format, name);
}

/** All scorecards as a file, arranged and narrowed as the address says. Reads what the page reads. */
export async function gridFile(
  { request, context }: LoaderFunctionArgs,
  format: FileFormat,
): Promise<Response> {
  const grid = await loadGrid({ request, context });
  const basis = basisOf(context);
  return makeFile(
    format,
    `scorecards ${grid.period}`,
    () => gridTableFile(grid, basis),
    () => gridReport(grid, basis),
  );
}

/** One department's scorecard as a file. */
export async function departmentFile(
  { request, context, params }: LoaderFunctionArgs,
  format: FileFormat,
): Promise<Response> {
  const card = await loadDepartment({ request, context }, params.departmentId ?? '');
  const basis = basisOf(context);
  return makeFile(
    format,
    `${card.department.name} ${card.period}`,
    () => departmentTableFile(card, basis),
    () => departmentReport(card, basis),
  );
}
