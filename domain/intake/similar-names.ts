import { distance } from 'fastest-levenshtein';

const mostShown = 3;
/** Share of letters that must agree: two slips in a name of eight letters are still found. */
const leastSimilarity = 0.7;

/** The candidates whose name is nearly the given one, the nearest first. Names that differ in a number are different. */
export function mostSimilar<T extends { names: readonly string[] }>(
  name: string,
  candidates: readonly T[],
): T[] {
  return candidates
    .map((candidate) => ({
      candidate,
      similarity: Math.max(...candidate.names.map((other) => similarity(name, other))),
    }))
    .filter(({ similarity: found }) => found >= leastSimilarity)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, mostShown)
    .map(({ candidate }) => candidate);
}

/** 1 for names that differ in case, accents and marks at most; 0 for names without a letter in common. */
export function similarity(a: string, b: string): number {
  const [plainA, plainB] = [plain(a), plain(b)];
  if (numbersOf(plainA) !== numbersOf(plainB)) return 0;
  return Math.max(closeness(plainA, plainB), closeness(sortedWords(plainA), sortedWords(plainB)));
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const numbersOf = (name: string) => (name.match(/\p{N}+/gu) ?? []).join(' ');
const sortedWords = (name: string) => name.split(' ').sort().join(' ');

function closeness(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  return length === 0 ? 0 : 1 - distance(a, b) / length;
}
