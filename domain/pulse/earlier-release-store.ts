import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { AnswerSum, AskedCount } from './release-tables';

/** A release of an earlier version, which nobody reads before it has been judged once more. */
export interface EarlierRelease {
  releaseId: string;
  roundId: string;
  surveyVersionId: string;
  minimumGroup: number;
}

/** Locks those that are waiting. */
export async function lockEarlierReleases(db: Db): Promise<EarlierRelease[]> {
  const { rows } = await sql<EarlierRelease>`
    select x.pulse_release_id as "releaseId", x.pulse_round_id as "roundId",
           r.survey_version_id as "surveyVersionId", x.minimum_group as "minimumGroup"
    from pulse_release x join pulse_round r using (pulse_round_id)
    where not x.is_judged
    order by x.pulse_release_id
    for update of x`.execute(db);
  return rows;
}

export async function selectKeptSums(db: Db, releaseId: string): Promise<AnswerSum[]> {
  const { rows } = await sql<AnswerSum>`
    select department_id as "departmentId", tenure_band as "tenureBand", question_key as "questionKey", n,
           score_sum as "scoreSum", score_square_sum as "scoreSquareSum", favourable, promoters, detractors
    from pulse_release_sum where pulse_release_id = ${releaseId}`.execute(db);
  return rows;
}

export async function selectKeptAsked(
  db: Db,
  releaseId: string,
): Promise<(AskedCount & { answered: number })[]> {
  const { rows } = await sql<AskedCount & { answered: number }>`
    select department_id as "departmentId", tenure_band as "tenureBand", asked, answered
    from pulse_release_asked where pulse_release_id = ${releaseId}`.execute(db);
  return rows;
}

/** What the release published: the answers and their sum by cell and question. */
export async function selectPublishedCells(
  db: Db,
  releaseId: string,
): Promise<{ departmentId: string; attributeValue: string; questionKey: string; n: number }[]> {
  const { rows } = await sql<{
    departmentId: string;
    attributeValue: string;
    questionKey: string;
    n: number;
  }>`
    select department_id as "departmentId", attribute_value as "attributeValue", question_key as "questionKey", n
    from pulse_release_cell where pulse_release_id = ${releaseId} and n is not null`.execute(db);
  return rows;
}

/** Takes the old tables away, with what was kept to judge them. */
export async function deleteTables(db: Db, releaseId: string): Promise<void> {
  for (const table of [
    'pulse_release_cell',
    'pulse_release_participation',
    'pulse_release_sum',
    'pulse_release_asked',
  ] as const) {
    await db.deleteFrom(table).where('pulse_release_id', '=', releaseId).execute();
  }
}

export async function markJudged(db: Db, releaseId: string): Promise<void> {
  await db
    .updateTable('pulse_release')
    .set({ is_judged: true })
    .where('pulse_release_id', '=', releaseId)
    .execute();
}
