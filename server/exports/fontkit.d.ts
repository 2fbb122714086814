declare module 'fontkit' {
  export interface Font {
    /** In units of the em. */
    ascent: number;
    descent: number;
    unitsPerEm: number;
    layout(words: string): unknown;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function openSync(file: string): Font;
}
