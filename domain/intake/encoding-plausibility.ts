import type { Encoding } from '../../universal/intake/encodings';
import { letterDecoder } from './letter-decoder';

/** How well bytes read in an encoding: from 0 (not at all) to 1, and how many characters tell. */
export interface Plausibility {
  score: number;
  evidence: number;
}

/** What a pair of bytes is in an encoding of East Asia: 1 a common character, 0 none; undefined says nothing either way. */
type PairWeight = (lead: number, trail: number) => number | undefined;

const within = (byte: number, from: number, to: number) => byte >= from && byte <= to;

/** The characters that text is made of lie together in each of these standards; wrong bytes fall anywhere. */
const pairWeights: Partial<Record<Encoding, PairWeight>> = {
  gb18030: (lead, trail) => {
    if (trail < 0xa1) return 0;
    if (within(lead, 0xb0, 0xd7)) return 1;
    if (within(lead, 0xa1, 0xa3)) return undefined;
    return within(lead, 0xd8, 0xf7) ? 0.5 : 0;
  },
  big5: (lead, trail) => {
    if (!within(trail, 0x40, 0x7e) && !within(trail, 0xa1, 0xfe)) return 0;
    if (within(lead, 0xa4, 0xc6)) return 1;
    if (within(lead, 0xa1, 0xa3)) return undefined;
    return within(lead, 0xc9, 0xf9) ? 0.4 : 0;
  },
  'euc-kr': (lead, trail) => {
    if (trail < 0xa1) return within(trail, 0x41, 0xa0) ? 0.2 : 0;
    if (within(lead, 0xb0, 0xc8)) return 1;
    if (within(lead, 0xa1, 0xa3)) return undefined;
    return within(lead, 0xca, 0xfd) ? 0.3 : 0;
  },
  shift_jis: (lead, trail) => {
    if (!within(trail, 0x40, 0xfc) || trail === 0x7f) return 0;
    if (within(lead, 0x82, 0x83) || within(lead, 0x88, 0x97)) return 1;
    if (lead === 0x81) return undefined;
    return within(lead, 0x98, 0x9f) || within(lead, 0xe0, 0xea) ? 0.4 : 0;
  },
};

/** Scripts in which words of each of these encodings are written, besides ASCII. */
const scripts: Partial<Record<Encoding, { script: RegExp; isLatin: boolean }>> = {
  'windows-1252': { script: /\p{Script=Latin}/u, isLatin: true },
  'windows-1250': { script: /\p{Script=Latin}/u, isLatin: true },
  'windows-1254': { script: /\p{Script=Latin}/u, isLatin: true },
  'windows-1257': { script: /\p{Script=Latin}/u, isLatin: true },
  'windows-1251': { script: /\p{Script=Cyrillic}/u, isLatin: false },
  'windows-1253': { script: /\p{Script=Greek}/u, isLatin: false },
};

/** How well lines with bytes beyond ASCII read in an encoding. GB18030 accepts almost any bytes, so "it decodes" proves nothing. */
export function plausibilityOf(encoding: Encoding, bytes: Uint8Array): Plausibility {
  const pairs = pairWeights[encoding];
  if (pairs) return ofPairs(bytes, pairs, encoding === 'shift_jis');
  const script = scripts[encoding];
  return script
    ? ofWords(letterDecoder(encoding).decode(bytes), script)
    : { score: 0, evidence: 0 };
}

function ofPairs(bytes: Uint8Array, weightOf: PairWeight, hasSingles: boolean): Plausibility {
  let [sum, evidence] = [0, 0];
  const add = (weight: number) => {
    sum += weight;
    evidence++;
  };
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    // Half-width katakana, which hardly anybody writes.
    if (hasSingles && within(lead, 0xa1, 0xdf)) {
      add(0.3);
      continue;
    }
    const trail = bytes[++at] ?? 0;
    const weight = weightOf(lead, trail);
    if (weight !== undefined) add(weight);
    // A byte that is no second half begins something of its own.
    if (trail < 0x40) at--;
  }
  return { score: evidence === 0 ? 0 : sum / evidence, evidence };
}

const insideWords = /[\p{L}\p{M}'’·\u00ad-]/u;

function ofWords(
  text: string,
  { script, isLatin }: { script: RegExp; isLatin: boolean },
): Plausibility {
  let [good, evidence] = [0, 0];
  const characters = [...text];
  characters.forEach((character, index) => {
    if (character.codePointAt(0)! < 0x80) return;
    evidence++;
    const [before, after] = [characters[index - 1] ?? ' ', characters[index + 1] ?? ' '];
    if (readsWell(character, before, after, script)) good++;
  });
  const crowded = isLatin ? crowdedShare(text) : 0;
  return { score: evidence === 0 ? 0 : (good / evidence) * (1 - crowded), evidence };
}

function readsWell(character: string, before: string, after: string, script: RegExp): boolean {
  if (/[\p{Cc}\ufffd]/u.test(character)) return false;
  const isBetweenLetters = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (!/\p{L}/u.test(character)) return !isBetweenLetters || insideWords.test(character);
  if (!script.test(character)) return /[ªºµ]/.test(character) && !isBetweenLetters;
  // A capital after a small letter, or a letter of another script beside it, is a sign of other letters misread.
  if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) return false;
  return [before, after].every((other) => !/\p{L}/u.test(other) || script.test(other));
}

/** Words of Latin letters of which most bear an accent, as a share of words that have one. */
function crowdedShare(text: string): number {
  const words = (text.match(/\p{L}+/gu) ?? []).filter((word) => /[^\p{ASCII}]/u.test(word));
  const crowded = words.filter(
    (word) => word.length > 3 && word.replace(/\p{ASCII}/gu, '').length * 2 > word.length,
  );
  return words.length === 0 ? 0 : crowded.length / words.length;
}
