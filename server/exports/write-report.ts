import type { Readable } from 'node:stream';

import PdfDocument from 'pdfkit';
import draw from 'svg-to-pdfkit';

import { languageTag } from '../../universal/text';
import { drawingFont, registerFonts } from './pdf-fonts';
import { colours, margin, PdfPage } from './pdf-page';
import { writeTable } from './pdf-table';
import type { Report, ReportChart, ReportSection } from './report';

type Structure = PDFKit.PDFStructureElement;

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
  charts: readonly ReportChart[],
  perRow: number,
) {
  const { document } = page;
  const width = (page.width - (perRow - 1) * gap) / perRow;
  const drawnHeight = (chart: ReportChart) => (chart.height / chart.width) * width;
  const heightOf = (chart: ReportChart) => 14 + (chart.svg === null ? 26 : drawnHeight(chart));
  for (let from = 0; from < charts.length; from += perRow) {
    const row = charts.slice(from, from + perRow);
    const height = Math.max(...row.map(heightOf));
    page.room(height);
    row.forEach((chart, index) => {
      const x = margin + index * (width + gap);
      const { y } = page;
      const title = () => page.write(chart.title, { x, y, width, size: 8.5, strong: true });
      const { svg } = chart;
      parent.add(
        svg === null
          ? document.struct('P', {}, () => {
              title();
              page.write(chart.alt, { x, y: y + 13, width, size: 8, colour: colours.quiet });
            })
          : document.struct('Figure', { alt: chart.alt }, () => {
              title();
              draw(document, svg, x, y + 13, {
                width,
                height: drawnHeight(chart),
                preserveAspectRatio: 'xMinYMin meet',
                fontCallback: (_family, bold) => drawingFont(svg, bold),
              });
            }),
      );
    });
    page.y += height + 4;
  }
}

function writeSection(page: PdfPage, parent: Structure, section: ReportSection) {
  page.y += gap;
  page.room(60);
  writeBlock(page, parent, 'H2', section.heading, { size: 12, strong: true, after: 4 });
  if (section.kind !== 'terms' && section.note)
    writeBlock(page, parent, 'P', section.note, { size: 8, colour: colours.quiet, after: 4 });
  if (section.kind === 'table') writeTable(page, parent, section.columns, section.rows);
  else if (section.kind === 'charts') writeCharts(page, parent, section.charts, section.perRow);
  else
    for (const { term, words } of section.terms) {
      page.room(30);
      writeBlock(page, parent, 'H3', term, { size: 8.5, strong: true, after: 1 });
      writeBlock(page, parent, 'P', words, { size: 8, colour: colours.quiet, after: 5 });
    }
}

function numberPages(page: PdfPage, report: Report) {
  const { document } = page;
  const { start, count } = document.bufferedPageRange();
  const words = `${report.organisation} · ${report.title}`;
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(start + index);
    // Writing below the bottom margin would begin another page.
    document.page.margins.bottom = 0;
    const look = {
      y: document.page.height - margin - 8,
      size: 7.5,
      colour: colours.quiet,
      mostLines: 1,
    };
    document.markContent('Artifact', { type: 'Pagination' });
    page.write(words, { ...look, width: page.width - 120 });
    page.write(report.pageOf(index + 1, count), { ...look, align: 'right' });
    document.endMarkedContent();
  }
}

/** The report as a tagged PDF: a screen reader finds headings, tables and what each chart says. Each script is set in its own face and direction. */
export function writeReport(report: Report): Readable {
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
  for (const section of report.sections) writeSection(page, root, section);
  root.end();
  numberPages(page, report);
  document.end();
  return document;
}
