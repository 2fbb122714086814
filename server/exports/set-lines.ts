import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';

import { preferredFace, settingOf, type FaceName } from './pdf-fonts';

/** Letters that stand together on a line in one face, in the order in which the face wants them. */
export interface Piece {
  words: string;
  /** The same in the order in which it is read. */
  read: string;
  face: FaceName;
  width: number;
}

export interface Line {
  /** From left to right, whatever direction they are read in. */
  pieces: Piece[];
  width: number;
  isRightToLeft: boolean;
}

/** A letter with its marks. */
interface Letter {
  at: number;
  words: string;
  face: FaceName;
  /** Odd where it is read from right to left. */
  level: number;
}

type Measure = (words: string, face: FaceName) => number;

const bidi = bidiFactory();
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });
const dictionary = new Intl.Segmenter('th', { granularity: 'word' });
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Written without spaces: a line ends between words that only a dictionary knows. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Reads from right to left by itself: the face turns such a piece round. */
const turnsItself =
  /^[\p{Script=Common}\p{Script=Inherited}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const unprintable = /[\p{Cc}\ufeff]/gu;

function lettersOf(paragraph: string, levels: Uint8Array | undefined): Letter[] {
  const preferred = preferredFace(paragraph);
  return Array.from(letters.segment(paragraph), ({ segment, index }): Letter => ({
    at: index,
    ...settingOf(segment, preferred),
    level: levels?.[index] ?? 0,
  }));
}

/** Where a line may end. */
function breaksIn(paragraph: string): Set<number> {
  const breaker = new LineBreaker(paragraph);
  const found = new Set<number>();
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) found.add(next.position);
  if (unspaced.test(paragraph)) {
    for (const { segment, index } of dictionary.segment(paragraph))
      if (unspaced.test(segment)) found.add(index);
  }
  return found;
}

const isSpace = (words: string) => words.trim() === '';

/** As the face wants it: what it would not turn round by itself is turned here, with its brackets. */
function inOrder(run: readonly Letter[]): string {
  const isBackward = (run[0]?.level ?? 0) % 2 === 1;
  const words = run.map((letter) =>
    isBackward ? (bidi.getMirroredCharacter(letter.words) ?? letter.words) : letter.words,
  );
  return turnsItself.test(words.join('')) === isBackward
    ? words.join('')
    : words.toReversed().join('');
}

/** Runs of one face and direction. Words that are read from right to left stay apart: each is turned round for itself. */
function runsOf(line: readonly Letter[]): Letter[][] {
  const runs: Letter[][] = [];
  for (const letter of line) {
    const last = runs.at(-1)?.at(-1);
    const goesOn =
      last?.face === letter.face &&
      last.level === letter.level &&
      (letter.level % 2 === 0 || isSpace(last.words) === isSpace(letter.words));
    if (goesOn) runs.at(-1)?.push(letter);
    else runs.push([letter]);
  }
  return runs;
}

/** Rule L2 of the Unicode bidirectional algorithm: from the highest level down, what is at least as high is reversed. */
function reorder(runs: readonly Letter[][]): Letter[][] {
  const levelOf = (run: readonly Letter[]) => run[0]?.level ?? 0;
  const placed = [...runs];
  for (let level = Math.max(0, ...runs.map(levelOf)); level > 0; level -= 1) {
    for (let from = 0; from < placed.length; from += 1) {
      let to = from;
      while (to < placed.length && levelOf(placed[to] ?? []) >= level) to += 1;
      placed.splice(from, to - from, ...placed.slice(from, to).toReversed());
      from = Math.max(from, to);
    }
  }
  return placed;
}

function placeLine(line: readonly Letter[], measure: Measure, isRightToLeft: boolean): Line {
  const end = line.findLastIndex(({ words }) => !isSpace(words)) + 1;
  const pieces = reorder(runsOf(line.slice(0, end))).map((run): Piece => {
    const words = inOrder(run);
    const face = run[0]?.face ?? 'latin';
    const read = run.map((letter) => letter.words).join('');
    return { words, read, face, width: measure(words, face) };
  });
  return { pieces, width: pieces.reduce((sum, { width }) => sum + width, 0), isRightToLeft };
}

/** Parts that stay on one line: words, or single letters where one word is wider than the line. */
function partsOf(
  all: readonly Letter[],
  breaks: ReadonlySet<number>,
  fits: (part: Letter[]) => boolean,
) {
  const parts: Letter[][] = [];
  for (const letter of all) {
    if (breaks.has(letter.at) || parts.length === 0) parts.push([letter]);
    else parts.at(-1)?.push(letter);
  }
  return parts.flatMap((part) => (fits(part) ? [part] : part.map((letter) => [letter])));
}

function setParagraph(paragraph: string, width: number, measure: Measure): Line[] {
  const embedding = rightToLeft.test(paragraph) ? bidi.getEmbeddingLevels(paragraph) : undefined;
  const isRightToLeft = (embedding?.paragraphs[0]?.level ?? 0) % 2 === 1;
  const widthOf = (part: readonly Letter[]) => placeLine(part, measure, isRightToLeft).width;
  const parts = partsOf(
    lettersOf(paragraph, embedding?.levels),
    breaksIn(paragraph),
    (part) => widthOf(part) <= width,
  );
  const lines: Letter[][] = [[]];
  let taken = 0;
  for (const part of parts) {
    const last = lines.at(-1) ?? [];
    if (last.length > 0 && taken + widthOf(part) > width) {
      lines.push([...part]);
      taken = 0;
    } else last.push(...part);
    const ending = part.at(-1);
    // A space at the end counts as soon as another word follows.
    const spaces = ending && isSpace(ending.words) ? measure(' ', ending.face) : 0;
    taken += widthOf(part) + spaces;
  }
  return lines.map((line) => placeLine(line, measure, isRightToLeft));
}

/**
 * Breaks a text into lines of at most this width, each letter in a face that has it, and each line in the order in
 * which it is seen. A letter that no face has is shown as one that is unknown.
 */
export function setLines(words: string, width: number, measure: Measure): Line[] {
  return words
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((paragraph) =>
      setParagraph(paragraph.replaceAll('\t', ' ').replace(unprintable, ''), width, measure),
    );
}
