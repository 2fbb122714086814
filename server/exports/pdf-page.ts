import { fontFor } from './pdf-fonts';

export const colours = {
  text: '#1f262d',
  quiet: '#57626d',
  rule: '#d5dae0',
  sunken: '#f0f2f4',
  good: '#1a6b3c',
  near: '#855200',
  bad: '#b3261e',
  neutral: '#57626d',
} as const;

export const margin = 36;
const footer = 28;

/** Where the next part goes, and how much room there is for it. */
export class PdfPage {
  readonly document: PDFKit.PDFDocument;
  y = margin;

  constructor(document: PDFKit.PDFDocument) {
    this.document = document;
  }

  get width(): number {
    return this.document.page.width - 2 * margin;
  }

  get bottom(): number {
    return this.document.page.height - margin - footer;
  }

  /** Begins a new page where the room is too small. Says whether it did. */
  room(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.document.addPage();
    this.y = margin;
    return true;
  }

  measure(
    words: string,
    { width, size, strong }: { width: number; size: number; strong?: boolean },
  ): number {
    return this.document
      .font(fontFor(words, strong))
      .fontSize(size)
      .heightOfString(words, { width });
  }

  write(
    words: string,
    {
      x = margin,
      y = this.y,
      width = this.width,
      size = 9,
      strong = false,
      colour = colours.text as string,
      align = 'left' as 'left' | 'right',
    },
  ): void {
    this.document
      .font(fontFor(words, strong))
      .fontSize(size)
      .fillColor(colour)
      .text(words, x, y, { width, align });
  }
}
