import { createRequire } from 'node:module';

import { openSync, type Font } from 'fontkit';

const require = createRequire(import.meta.url);

interface Face {
  /** What it is asked for; the others are asked for what no script claims. */
  letters: RegExp;
  plain: string;
  strong: string;
}

function notoSans(name: string, letters: RegExp): Face {
  const folder = name ? `noto-sans-${name}` : 'noto-sans';
  const family = `NotoSans${name.length === 2 ? name.toUpperCase() : name.replace(/^./, (first) => first.toUpperCase())}`;
  return {
    letters,
    plain: `@expo-google-fonts/${folder}/400Regular/${family}_400Regular.ttf`,
    strong: `@expo-google-fonts/${folder}/600SemiBold/${family}_600SemiBold.ttf`,
  };
}

/** In the order in which they are asked. */
const faces = {
  latin: {
    letters: /[\p{Script=Latin}\p{Script=Common}]/u,
    plain: '@fontsource/inter/files/inter-latin-400-normal.woff',
    strong: '@fontsource/inter/files/inter-latin-600-normal.woff',
  },
  european: notoSans(
    '',
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}]/u,
  ),
  chinese: notoSans(
    'sc',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
  ),
  korean: {
    letters: /\p{Script=Hangul}/u,
    plain: '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
    strong: '@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf',
  },
  arabic: notoSans('arabic', /\p{Script_Extensions=Arabic}/u),
  hebrew: notoSans('hebrew', /\p{Script=Hebrew}/u),
  thai: notoSans('thai', /\p{Script=Thai}/u),
  lao: notoSans('lao', /\p{Script=Lao}/u),
  khmer: notoSans('khmer', /\p{Script=Khmer}/u),
  myanmar: notoSans('myanmar', /\p{Script=Myanmar}/u),
  bengali: notoSans('bengali', /\p{Script=Bengali}/u),
  gujarati: notoSans('gujarati', /\p{Script=Gujarati}/u),
  gurmukhi: notoSans('gurmukhi', /\p{Script=Gurmukhi}/u),
  tamil: notoSans('tamil', /\p{Script=Tamil}/u),
  telugu: notoSans('telugu', /\p{Script=Telugu}/u),
  kannada: notoSans('kannada', /\p{Script=Kannada}/u),
  malayalam: notoSans('malayalam', /\p{Script=Malayalam}/u),
  sinhala: notoSans('sinhala', /\p{Script=Sinhala}/u),
  armenian: notoSans('armenian', /\p{Script=Armenian}/u),
  georgian: notoSans('georgian', /\p{Script=Georgian}/u),
  ethiopic: notoSans('ethiopic', /\p{Script=Ethiopic}/u),
  emoji: {
    letters: /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u,
    plain: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
    strong: '@expo-google-fonts/noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf',
  },
} as const satisfies Record<string, Face>;

export type FaceName = keyof typeof faces;

const names = Object.keys(faces) as FaceName[];
/** Have signs and symbols that belong to no script. */
const withSymbols: readonly FaceName[] = ['european', 'chinese', 'emoji'];
const opened = new Map<string, Font>();

function openFace(name: FaceName, strong = false): Font {
  const file = faces[name][strong ? 'strong' : 'plain'];
  const known = opened.get(file);
  if (known) return known;
  const font = openSync(require.resolve(file));
  opened.set(file, font);
  return font;
}

/** Joiners, marks of direction and choices of a variant: they have no shape of their own. */
const shapeless = /\p{Default_Ignorable_Code_Point}/u;

const has = (font: Font, character: string) =>
  font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

/** The characters that the face has no shape for. */
export const missingGlyphs = (words: string, face: FaceName): string[] =>
  [...words].filter((character) => !has(openFace(face), character));

export interface Setting {
  face: FaceName;
  words: string;
}

/** Stands for a letter that no face has. */
const unknown: Setting = { face: 'european', words: '\ufffd' };
const settings = new Map<string, Setting>();
const mostKept = 20_000;

/** A letter with its marks in the first face that has all of it. What has no shape stays only where the face knows it. */
export function settingOf(letter: string, preferred: FaceName): Setting {
  const key = `${preferred} ${letter}`;
  const known = settings.get(key);
  if (known) return known;
  const characters = [...letter];
  const wanted = names.filter((name) => faces[name].letters.test(letter));
  const face = [preferred, ...wanted, ...withSymbols].find((name) =>
    characters.every((character) => shapeless.test(character) || has(openFace(name), character)),
  );
  const made = face
    ? { face, words: characters.filter((character) => has(openFace(face), character)).join('') }
    : unknown;
  if (settings.size >= mostKept) settings.clear();
  settings.set(key, made);
  return made;
}

/** What most of a text is set in: Chinese has its own Latin letters, which go with it. */
export function preferredFace(words: string): FaceName {
  return faces.chinese.letters.test(words) ? 'chinese' : 'latin';
}

const oneShapeEach =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]*$/u;

/** Whether letters change their shape beside others, or carry marks: their shapes alone do not say which they are. */
export const isShaped = (words: string) => !oneShapeEach.test(words);

/**
 * Whether the face can place the marks of these letters. Some have marks without an anchor, on which the library that
 * sets them throws: such marks then stand where their own shape puts them.
 */
export function isSetWithMarks(words: string, name: FaceName, strong: boolean): boolean {
  if (!isShaped(words)) return true;
  try {
    openFace(name, strong).layout(words);
    return true;
  } catch {
    return false;
  }
}

/** Above and below the base line, as parts of the size. */
export function extentOf(name: FaceName): { ascent: number; descent: number } {
  const { ascent, descent, unitsPerEm } = openFace(name);
  return { ascent: ascent / unitsPerEm, descent: -descent / unitsPerEm };
}

/** What a document calls the face. */
export const fontName = (name: FaceName, strong: boolean) => (strong ? `${name} strong` : name);

/** Names the faces; a file is read only when a text is set in it, and only the glyphs used are stored. */
export function registerFonts(document: PDFKit.PDFDocument): void {
  for (const name of names) {
    document.registerFont(fontName(name, false), require.resolve(faces[name].plain));
    document.registerFont(fontName(name, true), require.resolve(faces[name].strong));
  }
}

/** The one face for a drawing, whose words are the product's own. */
export const drawingFont = (words: string, strong: boolean) =>
  fontName(preferredFace(words), strong);
