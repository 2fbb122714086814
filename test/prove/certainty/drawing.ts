import type { Sample } from '../../../universal/statistics/sample';

/** Numbers between 0 and 1 that are the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How likely each answer is. */
export type Shape = readonly (readonly [answer: number, chance: number])[];

export const meanOf = (shape: Shape) =>
  shape.reduce((sum, [answer, chance]) => sum + answer * chance, 0);

/** A sample of n answers of a shape. */
export function draw(
  random: () => number,
  shape: Shape,
  n: number,
  scale: Sample['scale'],
): Sample {
  let [sum, sumSquares] = [0, 0];
  for (let at = 0; at < n; at += 1) {
    let left = random();
    let answer = shape.at(-1)![0];
    for (const [candidate, chance] of shape) {
      left -= chance;
      if (left < 0) {
        answer = candidate;
        break;
      }
    }
    sum += answer;
    sumSquares += answer ** 2;
  }
  return { n, sum, sumSquares, scale };
}

const one = (answers: readonly number[], chances: readonly number[]): Shape =>
  answers.map((answer, at) => [answer, chances[at]!] as const);
const seven = [1, 2, 3, 4, 5, 6, 7];

/** Shapes of answers on a scale of 1 to 7: flat, usual, near the ceiling, in two camps, and with a rare worst answer. */
export const scoreShapes: Readonly<Record<string, Shape>> = {
  'all alike likely': one(seven, [1 / 7, 1 / 7, 1 / 7, 1 / 7, 1 / 7, 1 / 7, 1 / 7]),
  usual: one(seven, [0.03, 0.04, 0.06, 0.12, 0.22, 0.3, 0.23]),
  'near the ceiling': one(seven, [0.005, 0.005, 0.01, 0.02, 0.04, 0.12, 0.8]),
  '90 % answer 7, 2 % answer 1': one([1, 6, 7], [0.02, 0.08, 0.9]),
  '98 % answer 7, 2 % answer 1': one([1, 7], [0.02, 0.98]),
  '95 % answer 7, 5 % answer 1': one([1, 7], [0.05, 0.95]),
  '90 % answer 7, 10 % answer 1': one([1, 7], [0.1, 0.9]),
  '80 % answer 7, 20 % answer 1': one([1, 7], [0.2, 0.8]),
  'half 1, half 7': one([1, 7], [0.5, 0.5]),
  '95 % answer 7, 5 % answer 6': one([6, 7], [0.05, 0.95]),
  'half 6, half 7': one([6, 7], [0.5, 0.5]),
  'nearly all 4': one([3, 4, 5], [0.05, 0.9, 0.05]),
  '95 % answer 6, 5 % answer 1': one([1, 6], [0.05, 0.95]),
  '95 % answer 4, 5 % answer 1': one([1, 4], [0.05, 0.95]),
};

/** Shapes of answers to "would you recommend us", counted +100, 0 and −100. */
export const npsDrawnShapes: Readonly<Record<string, Shape>> = Object.fromEntries(
  (
    [
      [90, 3],
      [50, 20],
      [30, 30],
      [70, 10],
      [95, 0],
      [97, 3],
      [99, 1],
      [90, 10],
      [60, 0],
      [50, 50],
      [2, 2],
      [5, 0],
    ] as const
  ).map(([promoters, detractors]) => [
    `${promoters} % promoters, ${detractors} % detractors`,
    one([100, -100, 0], [promoters / 100, detractors / 100, (100 - promoters - detractors) / 100]),
  ]),
);
