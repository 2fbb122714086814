import type { Sample } from '../../../universal/statistics/sample';
import type { Shape } from './drawing';

function drawOne(random: () => number, shape: Shape): number {
  let left = random();
  for (const [answer, chance] of shape) {
    left -= chance;
    if (left < 0) return answer;
  }
  return shape.at(-1)![0];
}

export interface Crowd {
  people: number;
  /** Intraclass correlation: how far answers of one person go together. */
  likeness: number;
  /** Answers of one person, fewest and most. */
  answers: readonly [number, number];
}

/**
 * Answers of a shape by people who answer several times: each has an answer of their own and gives it with chance
 * √likeness, else any other of the shape.
 */
export function drawPeople(
  random: () => number,
  shape: Shape,
  scale: Sample['scale'],
  { people, likeness, answers: [fewest, most] }: Crowd,
): Sample {
  const sample = { n: 0, sum: 0, sumSquares: 0 };
  const samePerson = { repeats: 0, pairs: 0, pairSum: 0, pairProduct: 0 };
  for (let person = 0; person < people; person += 1) {
    const own = drawOne(random, shape);
    const times = fewest + Math.floor(random() * (most - fewest + 1));
    let [sum, sumSquares] = [0, 0];
    for (let time = 0; time < times; time += 1) {
      const answer = random() < Math.sqrt(likeness) ? own : drawOne(random, shape);
      sum += answer;
      sumSquares += answer ** 2;
    }
    sample.n += times;
    sample.sum += sum;
    sample.sumSquares += sumSquares;
    samePerson.repeats += times - 1;
    samePerson.pairs += times * (times - 1);
    samePerson.pairSum += (times - 1) * sum;
    samePerson.pairProduct += sum ** 2 - sumSquares;
  }
  return { ...sample, scale, samePerson };
}

/** The same answers with nobody known: each is somebody else's. */
export const unnamed = ({ n, sum, sumSquares, scale }: Sample): Sample => ({
  n,
  sum,
  sumSquares,
  scale,
});
