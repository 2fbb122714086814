import { analyse } from 'chardet';
import type { Encoding, EncodingFinding } from '../../universal/intake/encodings';
import { plausibilityOf } from './encoding-plausibility';
import type { ProbeResult } from './encoding-probe';
import { FileRefused } from './file-refused';
import { letterDecoder } from './letter-decoder';

const legacyEncodings = [
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1257',
] as const satisfies Encoding[];

/** Names of the detector for what is here another encoding's part. */
const detectorNames: Readonly<Record<string, Encoding>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-5': 'windows-1251',
  'iso-8859-7': 'windows-1253',
  'iso-8859-9': 'windows-1254',
};

const leastPlausible = 0.6;
const readsWell = 0.9;
/** How much worse every other encoding has to read before a guess needs no answer. */
const clearLead = 0.15;
/** Characters of East Asia that a guess needs: a few pairs look well in several of its encodings. */
const leastPairs = 8;
const detectorsLead = 5;
const mostCandidates = 5;
const previewLines = 4;
const previewLetters = 120;

type Open = () => AsyncIterable<Uint8Array>;

/**
 * Says in which encoding a file is, and how sure that is. What is not Unicode is at best guessed: a person sees the lines
 * that depend on it and can choose another. A file that reads well in none is refused with its first line that does not fit.
 */
export async function recogniseEncoding(probed: ProbeResult, open: Open): Promise<EncodingFinding> {
  if (probed.kind === 'refused') throw new FileRefused(probed.reason, { line: probed.line });
  if (probed.kind === 'unicode')
    return { encoding: probed.encoding, certainty: 'certain', candidates: [] };
  const ranked = rankEncodings(probed.sample).slice(0, mostCandidates);
  const readable = await thoseThatDecode(
    open,
    ranked.map(({ encoding }) => encoding),
  );
  const [best, ...others] = ranked.filter(({ encoding }) => readable.has(encoding));
  if (!best) throw new FileRefused('unknown-encoding', { line: probed.line });
  const isClear =
    best.score >= readsWell &&
    (!best.isOfPairs || best.evidence >= leastPairs) &&
    others.every((other) => best.score - other.score >= clearLead || isAnotherScript(best, other));
  return {
    encoding: best.encoding,
    certainty: isClear ? 'guessed' : 'asked',
    candidates: [best, ...others].map(({ encoding }) => ({
      encoding,
      preview: previewOf(probed.sample, encoding),
    })),
  };
}

interface RankedEncoding {
  encoding: Encoding;
  /** In our own order, which decides where nothing else does. */
  place: number;
  score: number;
  evidence: number;
  isOfPairs: boolean;
  /** How sure the detector is of it, of 100. */
  opinion: number;
}

/** Small letters of Cyrillic and Greek are the same bytes; which ones come often tells them apart. */
function isAnotherScript(best: RankedEncoding, other: RankedEncoding): boolean {
  const isOfLetters = ({ encoding }: RankedEncoding) =>
    encoding === 'windows-1251' || encoding === 'windows-1253';
  return isOfLetters(best) && isOfLetters(other) && best.opinion - other.opinion >= detectorsLead;
}

/** The encodings in which these lines read as text, the best first; of those that read alike only one. */
export function rankEncodings(sample: Uint8Array): RankedEncoding[] {
  const opinion = new Map<string, number>();
  for (const { name, confidence } of analyse(sample)) {
    const encoding = detectorNames[name.toLowerCase()] ?? name.toLowerCase();
    opinion.set(encoding, Math.max(opinion.get(encoding) ?? 0, confidence));
  }
  const ranked = legacyEncodings
    .map((encoding, place) => ({
      encoding,
      place,
      ...plausibilityOf(encoding, sample),
      isOfPairs: place < 4,
      opinion: opinion.get(encoding) ?? 0,
    }))
    .filter(({ score }) => score >= leastPlausible)
    .sort(
      (a, b) => Math.round((b.score - a.score) * 10) || b.opinion - a.opinion || a.place - b.place,
    );
  const texts = new Map<string, RankedEncoding>();
  for (const candidate of ranked) {
    const text = letterDecoder(candidate.encoding).decode(sample);
    const same = texts.get(text);
    if (!same || candidate.place < same.place) texts.set(text, candidate);
  }
  return [...texts.values()];
}

async function thoseThatDecode(open: Open, encodings: readonly Encoding[]): Promise<Set<Encoding>> {
  const decoders = new Map(
    encodings.map((encoding) => [encoding, letterDecoder(encoding, { fatal: true })]),
  );
  const decode = (chunk?: Uint8Array) => {
    for (const [encoding, decoder] of decoders) {
      try {
        decoder.decode(chunk, { stream: chunk !== undefined });
      } catch {
        decoders.delete(encoding);
      }
    }
  };
  if (decoders.size > 0) for await (const chunk of open()) decode(chunk);
  decode();
  return new Set(decoders.keys());
}

/** The first lines of the sample, each from a little before its first letter beyond ASCII. */
function previewOf(sample: Uint8Array, encoding: Encoding): string[] {
  const lines = letterDecoder(encoding).decode(sample).split(/\r?\n/).filter(Boolean);
  return lines.slice(0, previewLines).map((line) => {
    const characters = [...line.replaceAll('\u0000', '\u2400')];
    const first = characters.findIndex((character) => character > '\u007f');
    const from = Math.max(first - 30, 0);
    const shown = characters.slice(from, from + previewLetters).join('');
    return `${from > 0 ? '…' : ''}${shown}${from + previewLetters < characters.length ? '…' : ''}`;
  });
}
