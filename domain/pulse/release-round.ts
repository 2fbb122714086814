import { DateTime } from 'luxon';
import type { Db } from '../../platform/db';
import { NotFound } from '../../platform/errors';
import { randomId } from '../../platform/ids';
import { authorise } from '../access';
import { type Context, inTransaction } from '../context';
import { getSurveyVersion } from '../surveys';
import { selectAnswerSums, selectComments } from './answer-store';
import { openBallot, type Sealer } from './ballot';
import { deleteSheets, selectBallots } from './ballot-store';
import { countSheets, scoredQuestions } from './count-sheets';
import { selectAsked, selectParticipation } from './invitation-store';
import { placeComments } from './release-comments';
import { insertRelease, lockRoundToRelease } from './release-store';
import { type AnswerSum, releaseTables } from './release-tables';
import { selectRoundById } from './round-store';
import { selectRoundTree } from './round-tree-store';
import type { Sheet } from './sheet';

/**
 * Opens the ballots of a closed round, computes all tables of its results at once and removes the ballots, as one
 * transaction. A second time changes nothing.
 */
export function releaseRound(ctx: Context, { roundId }: { roundId: string }): Promise<void> {
  authorise(ctx.viewer, 'manage', 'PulseRound');
  const today = DateTime.fromJSDate(ctx.clock.now(), { zone: ctx.organisation.timeZone });
  return inTransaction(ctx, (tx) =>
    computeRelease(tx.db, {
      roundId,
      releasedOn: today.toISODate()!,
      sheets: openBallots(tx, roundId),
    }),
  );
}

async function* openBallots(ctx: Sealer & { db: Db }, roundId: string): AsyncGenerator<Sheet> {
  for await (const sealed of selectBallots(ctx.db, roundId)) yield openBallot(ctx, roundId, sealed);
}

interface RoundToRelease {
  roundId: string;
  releasedOn: string;
  sheets: AsyncIterable<Sheet> | Iterable<Sheet>;
}

/** Writes the release of a round in the caller's transaction, unless it has one, and forgets the sheets. */
export async function computeRelease(
  db: Db,
  { roundId, releasedOn, sheets }: RoundToRelease,
): Promise<void> {
  if (!(await lockRoundToRelease(db, roundId))) return;
  const round = await selectRoundById(db, roundId);
  if (!round) throw new NotFound();
  const { questions } = await getSurveyVersion({ db }, round.surveyVersionId);
  const { tree, shown } = await selectRoundTree(db, roundId);
  const { sums, comments } = await countSheets(questions, sheets, {
    sums: await selectAnswerSums(db, roundId),
    comments: await selectComments(db, roundId),
  });
  await insertRelease(db, {
    releaseId: randomId(),
    roundId,
    releasedOn,
    minimumGroup: round.minimumGroup,
    minimumCommentGroup: round.minimumCommentGroup,
    ...releaseTables({
      tree,
      questions: scoredQuestions(questions),
      sums,
      asked: await selectAsked(db, roundId),
      participation: await selectParticipation(db, roundId),
      shown,
      minimum: round.minimumGroup,
    }),
    comments: placeComments({
      tree,
      answered: answeredIn(sums),
      comments,
      minimum: round.minimumCommentGroup,
    }),
  });
  await deleteSheets(db, roundId);
}

/** At least how many answered directly in each department: the question that most of them answered tells. */
function answeredIn(sums: readonly AnswerSum[]): Map<string, number> {
  const byQuestion = new Map<string, Map<string, number>>();
  for (const { departmentId, questionKey, n } of sums) {
    const department = byQuestion.get(departmentId) ?? new Map<string, number>();
    department.set(questionKey, (department.get(questionKey) ?? 0) + n);
    byQuestion.set(departmentId, department);
  }
  return new Map(
    [...byQuestion].map(([departmentId, counts]) => [departmentId, Math.max(...counts.values())]),
  );
}
