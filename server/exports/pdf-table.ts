import { colours, margin, type PdfPage } from './pdf-page';
import type { ReportCell, ReportColumn, ReportTone } from './report';

const padding = 4;
const size = 8;
const small = 6.5;
const shapeWidth = 9;

type Structure = PDFKit.PDFStructureElement;

function drawShape(document: PDFKit.PDFDocument, tone: ReportTone, x: number, y: number): void {
  document.fillColor(colours[tone]);
  if (tone === 'good') document.circle(x + 3, y + 4, 2.8).fill();
  else if (tone === 'unsure')
    document
      .path(`M ${x + 3} ${y + 1.2} a 2.8 2.8 0 0 1 0 5.6 z`)
      .fill()
      .circle(x + 3, y + 4, 2.8)
      .lineWidth(0.7)
      .stroke(colours[tone]);
  else if (tone === 'bad')
    document.polygon([x + 3, y + 0.6], [x + 6.4, y + 4], [x + 3, y + 7.4], [x - 0.4, y + 4]).fill();
  else document.rect(x, y + 3.2, 6, 1.6).fill();
}

/** Beside its neighbours, with a little paper between them. */
function shadeCell(
  document: PDFKit.PDFDocument,
  { fill, isOutline }: NonNullable<ReportCell['shade']>,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  document.markContent('Artifact', { type: 'Layout' });
  if (isOutline)
    document
      .rect(x + 1.75, y + 1.75, width - 3.5, height - 3.5)
      .lineWidth(2)
      .strokeColor(fill)
      .stroke();
  else document.rect(x + 0.75, y + 0.75, width - 1.5, height - 1.5).fill(fill);
  document.endMarkedContent();
}

const inkOf = ({ shade }: ReportCell) => (shade && !shade.isOutline ? shade.ink : undefined);

interface Placed {
  column: ReportColumn;
  x: number;
  width: number;
}

function placeColumns(columns: readonly ReportColumn[], width: number): Placed[] {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  let x = margin;
  return columns.map((column) => {
    const placed = { column, x, width: (column.weight / total) * width };
    x += placed.width;
    return placed;
  });
}

const insetOf = (cell: ReportCell) => (cell.indent ?? 0) * 9 + (cell.tone ? shapeWidth : 0);

function heightOf(page: PdfPage, cells: readonly ReportCell[], places: readonly Placed[]): number {
  const heights = cells.map((cell, index) => {
    const width = (places[index]?.width ?? 40) - 2 * padding - insetOf(cell);
    const second = cell.second ? page.measure(cell.second, { width, size: small }) : 0;
    return page.measure(cell.text, { width, size, strong: cell.strong ?? false }) + second;
  });
  return Math.max(...heights) + 2 * padding;
}

function writeRow(
  page: PdfPage,
  parent: Structure,
  cells: readonly ReportCell[],
  places: readonly Placed[],
  height: number,
  isHead: boolean,
) {
  const { document } = page;
  const row = document.struct('TR');
  parent.add(row);
  const { y } = page;
  if (isHead) {
    document.markContent('Artifact', { type: 'Layout' });
    document.rect(margin, y, page.width, height).fill(colours.sunken);
    document.endMarkedContent();
  }
  cells.forEach((cell, index) => {
    const place = places[index];
    if (!place) return;
    if (cell.shade) shadeCell(document, cell.shade, { ...place, y, height });
    const kind = isHead || index === 0 ? 'TH' : 'TD';
    row.add(
      document.struct(kind, {}, () => {
        const x = place.x + padding + insetOf(cell);
        const width = place.width - 2 * padding - insetOf(cell);
        const align = place.column.align ?? 'left';
        if (cell.tone) drawShape(document, cell.tone, x - shapeWidth, y + padding);
        const first = page.write(cell.text, {
          x,
          y: y + padding,
          width,
          size,
          strong: isHead || (cell.strong ?? false),
          align,
          colour: inkOf(cell) ?? (cell.tone ? colours[cell.tone] : colours.text),
        });
        if (cell.second)
          page.write(cell.second, {
            x,
            y: y + padding + first,
            width,
            size: small,
            align,
            colour: inkOf(cell) ?? colours.quiet,
          });
      }),
    );
  });
  document.markContent('Artifact', { type: 'Layout' });
  document
    .moveTo(margin, y + height)
    .lineTo(margin + page.width, y + height)
    .lineWidth(0.5)
    .strokeColor(colours.rule)
    .stroke();
  document.endMarkedContent();
  page.y = y + height;
}

/** A table that goes on over pages with its headings repeated, each cell told as what it is. */
export function writeTable(
  page: PdfPage,
  parent: Structure,
  columns: readonly ReportColumn[],
  rows: readonly (readonly ReportCell[])[],
): void {
  const { document } = page;
  const table = document.struct('Table');
  parent.add(table);
  const places = placeColumns(columns, page.width);
  const head = columns.map(({ header }): ReportCell => ({ text: header, strong: true }));
  const headHeight = heightOf(page, head, places);
  page.room(headHeight * 3);
  writeRow(page, table, head, places, headHeight, true);
  for (const row of rows) {
    const height = heightOf(page, row, places);
    if (page.room(height)) writeRow(page, table, head, places, headHeight, true);
    writeRow(page, table, row, places, height, false);
  }
  table.end();
}
