import { DateTime } from 'luxon';
import { NotFound } from '../../platform/errors';
import { randomId } from '../../platform/ids';
import { authorise } from '../access';
import { type Context, inTransaction } from '../context';
import { getSurveyVersion } from '../surveys';
import { selectAnswerSums, selectComments } from './answer-store';
import { selectParticipation } from './invitation-store';
import { participationTable } from './participation';
import { placeComments } from './release-comments';
import { insertRelease, lockRoundToRelease, selectTree } from './release-store';
import { type AnswerSum, releaseCells, type ReleaseQuestion } from './release-tables';
import { selectRoundById } from './round-store';

/** Computes the results of a closed round, all tables at once. A second time changes nothing. */
export function releaseRound(ctx: Context, { roundId }: { roundId: string }): Promise<void> {
  authorise(ctx.viewer, 'manage', 'PulseRound');
  return inTransaction(ctx, async (tx) => {
    if (!(await lockRoundToRelease(tx.db, roundId))) return;
    const round = await selectRoundById(tx.db, roundId);
    if (!round) throw new NotFound();
    const { questions } = await getSurveyVersion(tx, round.surveyVersionId);
    const tree = await selectTree(tx.db);
    const sums = await selectAnswerSums(tx.db, roundId);
    await insertRelease(tx.db, {
      releaseId: randomId(),
      roundId,
      releasedOn: DateTime.fromJSDate(ctx.clock.now(), {
        zone: ctx.organisation.timeZone,
      }).toISODate()!,
      minimumGroup: round.minimumGroup,
      minimumCommentGroup: round.minimumCommentGroup,
      cells: releaseCells({
        tree,
        questions: questions.flatMap(({ key, kind }): ReleaseQuestion[] =>
          kind === 'nps' || kind === 'agreement' ? [{ key, kind }] : [],
        ),
        sums,
        minimum: round.minimumGroup,
      }),
      participation: participationTable(
        tree,
        await selectParticipation(tx.db, roundId),
        round.minimumGroup,
      ),
      comments: placeComments({
        tree,
        answered: answeredIn(sums),
        comments: await selectComments(tx.db, roundId),
        minimum: round.minimumCommentGroup,
      }),
    });
  });
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
