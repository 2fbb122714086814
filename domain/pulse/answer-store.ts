import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { AnswerSum } from './release-tables';
import type { TenureBand } from './tenure-band';

export interface NewPulseAnswers {
  roundId: string;
  departmentId: string;
  tenureBand: TenureBand;
  answers: readonly { answerId: string; questionKey: string; score: number }[];
  comments: readonly { commentId: string; body: string }[];
}

/**
 * Stores answers while the round is open; ids that are there already are left alone. False when the round has closed:
 * the lock on the round makes sure that no answer is still under way when a release is computed.
 */
export async function insertAnswers(db: Db, given: NewPulseAnswers): Promise<boolean> {
  const { rows } = await sql<{ is_open: boolean }>`
    with round as (
      select pulse_round_id from pulse_round where pulse_round_id = ${given.roundId} and status = 'open' for share
    ), stored_answers as (
      insert into pulse_answer (pulse_answer_id, pulse_round_id, question_key, score, department_id, tenure_band)
      select a.id, round.pulse_round_id, a.key, a.score, ${given.departmentId}::uuid, ${given.tenureBand}
      from round, json_to_recordset(${JSON.stringify(
        given.answers.map((answer) => ({
          id: answer.answerId,
          key: answer.questionKey,
          score: answer.score,
        })),
      )}::text::json) as a (id uuid, key text, score smallint)
      on conflict do nothing
    ), stored_comments as (
      insert into pulse_comment (pulse_comment_id, pulse_round_id, department_id, body)
      select c.id, round.pulse_round_id, ${given.departmentId}::uuid, c.body
      from round, json_to_recordset(${JSON.stringify(
        given.comments.map((comment) => ({ id: comment.commentId, body: comment.body })),
      )}::text::json) as c (id uuid, body text)
      on conflict do nothing
    )
    select exists (select from round) as is_open`.execute(db);
  return rows[0]?.is_open ?? false;
}

/** Whether one of these ids is stored, which only the page that made them can ask. */
export async function hasAnswers(db: Db, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from pulse_answer where pulse_answer_id in (${sql.join(ids)}))
        or exists (select from pulse_comment where pulse_comment_id in (${sql.join(ids)})) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

export async function markAnswered(db: Db, invitationId: string): Promise<void> {
  await db
    .updateTable('pulse_invitation')
    .set({ is_answered: true })
    .where('pulse_invitation_id', '=', invitationId)
    .where('is_answered', '=', false)
    .execute();
}

/** Answers of a round added up as far as a release needs them; single answers never leave the database. */
export async function selectAnswerSums(db: Db, roundId: string): Promise<AnswerSum[]> {
  const { rows } = await sql<AnswerSum>`
    select a.department_id as "departmentId", a.tenure_band as "tenureBand", a.question_key as "questionKey",
           count(*) as n, sum(a.score) as "scoreSum", sum(a.score * a.score) as "scoreSquareSum",
           count(*) filter (where a.score >= case q.kind when 'nps' then 9 else 4 end) as favourable,
           count(*) filter (where q.kind = 'nps' and a.score >= 9) as promoters,
           count(*) filter (where q.kind = 'nps' and a.score <= 6) as detractors
    from pulse_answer a
      join pulse_round r using (pulse_round_id)
      join survey_question q on q.survey_version_id = r.survey_version_id and q.key = a.question_key
    where a.pulse_round_id = ${roundId}
    group by 1, 2, 3`.execute(db);
  return rows;
}

export async function selectComments(
  db: Db,
  roundId: string,
): Promise<{ departmentId: string; body: string }[]> {
  return db
    .selectFrom('pulse_comment')
    .select(['department_id as departmentId', 'body'])
    .where('pulse_round_id', '=', roundId)
    .orderBy('pulse_comment_id')
    .execute();
}
