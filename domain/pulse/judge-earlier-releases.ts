import type { Db } from '../../platform/db';
import { authorise } from '../access';
import { type Context, inTransaction } from '../context';
import { getSurveyVersion } from '../surveys';
import { scoredQuestions } from './count-sheets';
import { subtreesOf, type TreeDepartment } from './department-tree';
import {
  deleteTables,
  type EarlierRelease,
  lockEarlierReleases,
  markJudged,
  selectKeptAsked,
  selectKeptSums,
  selectPublishedCells,
} from './earlier-release-store';
import { insertTables } from './release-store';
import { type AnswerSum, releaseTables } from './release-tables';
import { selectRoundTree } from './round-tree-store';

/**
 * Judges releases of earlier versions by today's rules and lets them be read again. Nothing is published that was not
 * before: numbers are withheld or blurred, never added. A second time changes nothing.
 */
export async function judgeEarlierReleases(ctx: Context): Promise<void> {
  authorise(ctx.viewer, 'manage', 'PulseRound');
  await inTransaction(ctx, async ({ db }) => {
    for (const release of await lockEarlierReleases(db)) await judge(db, release);
  });
}

async function judge(db: Db, release: EarlierRelease): Promise<void> {
  const { releaseId, roundId } = release;
  const { tree } = await selectRoundTree(db, roundId);
  const { questions } = await getSurveyVersion({ db }, release.surveyVersionId);
  const sums = await selectKeptSums(db, releaseId);
  const asked = await selectKeptAsked(db, releaseId);
  const before = new Map(
    (await selectPublishedCells(db, releaseId)).map((cell) => [keyOf(cell), cell.n]),
  );
  const today = countsIn(tree, sums);
  const keys = scoredQuestions(questions).map(({ key }) => key);
  const tables = releaseTables({
    tree,
    questions: scoredQuestions(questions),
    sums,
    asked,
    participation: asked,
    shown: new Set(tree.map(({ departmentId }) => departmentId)),
    minimum: release.minimumGroup,
    // Another number than before: the tree has changed since, and what the old number covered is not known.
    isWithheld: (departmentId, attributeValue) =>
      keys.some((questionKey) => {
        const key = keyOf({ departmentId, attributeValue, questionKey });
        return before.get(key) !== today.get(key);
      }),
  });
  await deleteTables(db, releaseId);
  await insertTables(db, releaseId, tables);
  await markJudged(db, releaseId);
}

interface CellOfQuestion {
  departmentId: string;
  attributeValue: string;
  questionKey: string;
}

const keyOf = ({ departmentId, attributeValue, questionKey }: CellOfQuestion) =>
  [departmentId, attributeValue, questionKey].join('/');

/** How many answered in each cell, by the tree as it is kept. */
function countsIn(
  tree: readonly TreeDepartment[],
  sums: readonly AnswerSum[],
): Map<string, number> {
  const above = new Map<string, string[]>();
  for (const [ancestor, below] of subtreesOf(tree))
    for (const each of below) above.set(each, [...(above.get(each) ?? []), ancestor]);
  const counts = new Map<string, number>();
  for (const { departmentId: own, tenureBand, questionKey, n } of sums) {
    for (const departmentId of above.get(own) ?? []) {
      for (const attributeValue of ['all', tenureBand]) {
        const key = keyOf({ departmentId, attributeValue, questionKey });
        counts.set(key, (counts.get(key) ?? 0) + n);
      }
    }
  }
  return counts;
}
