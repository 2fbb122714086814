import { randomInt } from 'node:crypto';
import type { Question } from '../../universal/survey';
import type { AnswerSum, ReleaseQuestion } from './release-tables';
import type { Sheet } from './sheet';

/** All sheets of a round, added up as far as a release needs them, and their comments in an order of chance. */
export interface CountedSheets {
  sums: AnswerSum[];
  comments: { departmentId: string; body: string }[];
}

/** The questions whose answers are scores. */
export function scoredQuestions(questions: readonly Question[]): ReleaseQuestion[] {
  return questions.flatMap(({ key, kind }) =>
    kind === 'nps' || kind === 'agreement' ? [{ key, kind }] : [],
  );
}

/** Adds sheets up, one at a time. `earlier` is what was added up of the same round already. */
export async function countSheets(
  questions: readonly Question[],
  sheets: AsyncIterable<Sheet> | Iterable<Sheet>,
  earlier: CountedSheets = { sums: [], comments: [] },
): Promise<CountedSheets> {
  const kinds = new Map(scoredQuestions(questions).map(({ key, kind }) => [key, kind]));
  const sums = new Map(earlier.sums.map((sum) => [keyOf(sum), { ...sum }]));
  const comments = [...earlier.comments];
  for await (const { departmentId, tenureBand, ...sheet } of sheets) {
    for (const [questionKey, score] of sheet.scores) {
      const kind = kinds.get(questionKey);
      if (!kind) continue;
      const group = { departmentId, tenureBand, questionKey };
      const sum = sums.get(keyOf(group)) ?? { ...group, ...nothing };
      sums.set(keyOf(group), addScore(sum, kind, score));
    }
    for (const [, body] of sheet.comments) comments.push({ departmentId, body });
  }
  return { sums: [...sums.values()], comments: inOrderOfChance(comments) };
}

const nothing = {
  n: 0,
  scoreSum: 0,
  scoreSquareSum: 0,
  favourable: 0,
  promoters: 0,
  detractors: 0,
};

function keyOf({
  departmentId,
  tenureBand,
  questionKey,
}: Pick<AnswerSum, 'departmentId' | 'tenureBand' | 'questionKey'>) {
  return `${departmentId} ${tenureBand} ${questionKey}`;
}

function addScore(sum: AnswerSum, kind: ReleaseQuestion['kind'], score: number): AnswerSum {
  const isNps = kind === 'nps';
  return {
    ...sum,
    n: sum.n + 1,
    scoreSum: sum.scoreSum + score,
    scoreSquareSum: sum.scoreSquareSum + score * score,
    favourable: sum.favourable + Number(score >= (isNps ? 9 : 4)),
    promoters: sum.promoters + Number(isNps && score >= 9),
    detractors: sum.detractors + Number(isNps && score <= 6),
  };
}

/** Two comments of one sheet must not stand side by side (Fisher–Yates). */
function inOrderOfChance<T>(items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}
