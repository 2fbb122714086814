import type { Readable } from 'node:stream';

import { languageTag } from '../../universal/text';
import { fontFor, registerFonts } from './pdf-fonts';
import { colours, margin, PdfPage } from './pdf-page';
import { writeTable } from './pdf-table';
import type { Report, ReportChart, ReportSection } from './report';

type Structure = PDFKit.PDFStructureElement;
type DrawSvg = typeof import('svg-to-pdfkit').default;

const gap = 12;

function writeBlock(
  page: PdfPage,
  parent: Structure,
  kind: string,
  words: string,
  look: { size: number; strong?: boolean; colour?: string; after?: number },
) {
  const { size, strong = false, after = 2 } = look;
  const height = page.measure(words, { width: page.width, size, strong });
  page.room(height);
  parent.add(page.document.struct(kind, {}, () => page.write(words, { ...look, strong })));
  page.y += height + after;
}

function writeCharts(
  page: PdfPage,
  parent: Structure,
  draw: DrawSvg,
  charts: readonly ReportChart[],
  perRow: number,
) {
  const { document } = page;
  const width = (page.width - (perRow - 1) * gap) / perRow;
  const heightOf = (chart: ReportChart) => (chart.height / chart.width) * width + 14;
  for (let from = 0; from < charts.length; from += perRow) {
    const row = charts.slice(from, from + perRow);
    const height = Math.max(...row.map(heightOf));
    page.room(height);
    row.forEach((chart, index) => {
      const x = margin + index * (width + gap);
      const { y } = page;
      parent.add(
        document.struct('Figure', { alt: chart.alt }, () => {
          page.write(chart.title, { x, y, width, size: 8.5, strong: true });
          draw(document, chart.svg, x, y + 13, {
            width,
            height: (chart.height / chart.width) * width,
            preserveAspectRatio: 'xMinYMin meet',
            fontCallback: (_family, bold) => fontFor(chart.svg, bold),
          });
        }),
      );
    });
    page.y += height + 4;
  }
}

function writeSection(page: PdfPage, parent: Structure, draw: DrawSvg, section: ReportSection) {
  page.y += gap;
  page.room(60);
  writeBlock(page, parent, 'H2', section.heading, { size: 12, strong: true, after: 4 });
  if (section.kind !== 'terms' && section.note)
    writeBlock(page, parent, 'P', section.note, { size: 8, colour: colours.quiet, after: 4 });
  if (section.kind === 'table') writeTable(page, parent, section.columns, section.rows);
  else if (section.kind === 'charts')
    writeCharts(page, parent, draw, section.charts, section.perRow);
  else
    for (const { term, words } of section.terms) {
      page.room(30);
      writeBlock(page, parent, 'H3', term, { size: 8.5, strong: true, after: 1 });
      writeBlock(page, parent, 'P', words, { size: 8, colour: colours.quiet, after: 5 });
    }
}

function numberPages(document: PDFKit.PDFDocument, report: Report) {
  const { start, count } = document.bufferedPageRange();
  const words = `${report.organisation} · ${report.title}`;
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(start + index);
    const { page } = document;
    // Writing below the bottom margin would begin another page.
    page.margins.bottom = 0;
    const y = page.height - margin - 6;
    const width = page.width - 2 * margin;
    document.markContent('Artifact', { type: 'Pagination' });
    document
      .fontSize(7.5)
      .fillColor(colours.quiet)
      .font(fontFor(words))
      .text(words, margin, y, { width, lineBreak: false });
    const number = report.pageOf(index + 1, count);
    document
      .font(fontFor(number))
      .text(number, margin, y, { width, align: 'right', lineBreak: false });
    document.endMarkedContent();
  }
}

/** The report as a tagged PDF: a screen reader finds headings, tables and what each chart says. Chinese is set in its own face. */
export async function reportPdf(report: Report): Promise<Readable> {
  const [{ default: PdfDocument }, { default: draw }] = await Promise.all([
    import('pdfkit'),
    import('svg-to-pdfkit'),
  ]);
  const document = new PdfDocument({
    size: 'A4',
    layout: 'landscape',
    margin,
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: languageTag(report.locale),
    displayTitle: true,
    info: {
      Title: `${report.title} · ${report.organisation}`,
      Author: report.organisation,
      Creator: 'Tandem',
      CreationDate: report.generatedAt,
    },
  });
  registerFonts(document);
  const page = new PdfPage(document);
  const root = document.struct('Document');
  document.addStructure(root);
  writeBlock(page, root, 'P', report.organisation, { size: 9, colour: colours.quiet });
  writeBlock(page, root, 'H1', report.title, { size: 20, strong: true, after: 6 });
  for (const { label, value } of report.facts)
    writeBlock(page, root, 'P', `${label}${report.locale === 'zh' ? '：' : ': '}${value}`, {
      size: 8.5,
      colour: colours.quiet,
      after: 1,
    });
  for (const section of report.sections) writeSection(page, root, draw, section);
  root.end();
  numberPages(document, report);
  document.end();
  return document;
}
