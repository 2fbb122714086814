import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { AnswerSum } from './release-tables';

/** Single answers that a round holds from before ballots were sealed, added up as far as a release needs them. */
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

/** Comments that a round holds from before ballots were sealed. */
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
