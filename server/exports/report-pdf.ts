import type { Readable } from 'node:stream';

import type { Report } from './report';

/** The report as a PDF. What sets and draws it is loaded when the first is asked for: it takes half a second. */
export async function reportPdf(report: Report): Promise<Readable> {
  const { writeReport } = await import('./write-report');
  return writeReport(report);
}
