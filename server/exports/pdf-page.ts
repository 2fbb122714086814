import { extentOf, fontName, isSetWithMarks, isShaped, type FaceName } from './pdf-fonts';
import { setLines, type Line } from './set-lines';

export const colours = {
  text: '#1f262d',
  quiet: '#57626d',
  rule: '#d5dae0',
  sunken: '#f0f2f4',
  good: '#1a6b3c',
  unsure: '#57626d',
  bad: '#b3261e',
  neutral: '#57626d',
} as const;

export const margin = 36;
const footer = 28;

// The library wants a list of what is switched on; the one below it also knows what is switched off.
const withoutMarks = {
  mark: false,
  mkmk: false,
  abvm: false,
  blwm: false,
} as unknown as PDFKit.Mixins.OpenTypeFeatures[];

interface Look {
  width: number;
  size: number;
  strong?: boolean;
}

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

  /** The height of a text that is broken into lines of this width. */
  measure(words: string, look: Look): number {
    return this.#lines(words, look).reduce((sum, line) => sum + extent(line, look.size).height, 0);
  }

  /** Writes a text, in lines no wider than allowed, and says how high it became. What is read from the right begins there. */
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
      mostLines = Infinity,
    },
  ): number {
    const { document } = this;
    const from = y;
    for (const line of this.#lines(words, { width, size, strong }).slice(0, mostLines)) {
      const { ascent, height } = extent(line, size);
      const begins = align === 'right' || line.isRightToLeft;
      let at = begins ? x + width - line.width : x;
      for (const piece of line.pieces) {
        const isSaid = isShaped(piece.read);
        // Whoever copies or listens gets the letters, not what their shapes are put together from.
        if (isSaid) document.markContent('Span', { actual: piece.read });
        document
          .font(fontName(piece.face, strong))
          .fontSize(size)
          .fillColor(colour)
          .text(piece.words, at, y + ascent, {
            lineBreak: false,
            baseline: 'alphabetic',
            ...featuresOf(piece.words, piece.face, strong),
          });
        if (isSaid) document.endMarkedContent();
        at += piece.width;
      }
      y += height;
    }
    return y - from;
  }

  #lines(words: string, { width, size, strong = false }: Look): Line[] {
    return setLines(words, width, (letters, face) =>
      this.document
        .font(fontName(face, strong))
        .fontSize(size)
        .widthOfString(letters, featuresOf(letters, face, strong)),
    );
  }
}

function featuresOf(
  words: string,
  face: FaceName,
  strong: boolean,
): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  return isSetWithMarks(words, face, strong) ? {} : { features: withoutMarks };
}

/** A line is as high as the tallest of its faces asks for. */
function extent({ pieces }: Line, size: number): { ascent: number; height: number } {
  const faces: FaceName[] = pieces.length > 0 ? pieces.map(({ face }) => face) : ['latin'];
  const extents = faces.map(extentOf);
  const ascent = Math.max(...extents.map((face) => face.ascent));
  const descent = Math.max(...extents.map((face) => face.descent));
  return { ascent: ascent * size, height: (ascent + descent) * size };
}
