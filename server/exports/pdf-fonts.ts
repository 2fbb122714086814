import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What the Latin files of Inter have glyphs for. Anything else is set in Noto Sans SC, which has Latin letters too. */
const latin =
  /^[\u0000-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]*$/;

const files = {
  inter: '@fontsource/inter/files/inter-latin-400-normal.woff',
  interStrong: '@fontsource/inter/files/inter-latin-600-normal.woff',
  noto: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  notoStrong: '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
} as const;

/** Names the faces; a file is read only when a text is set in it, and only the glyphs used are stored. */
export function registerFonts(document: PDFKit.PDFDocument): void {
  for (const [name, file] of Object.entries(files))
    document.registerFont(name, require.resolve(file));
}

/** The face that has every letter of the text. */
export function fontFor(words: string, strong = false): keyof typeof files {
  return latin.test(words) ? (strong ? 'interStrong' : 'inter') : strong ? 'notoStrong' : 'noto';
}
