import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { newId } from '../../platform/ids';
import type { Question, QuestionKind } from '../../universal/survey';
import type { Audience, Survey, SurveyVersion } from './survey';

export async function selectSurveys(db: Db, audience: Audience | null): Promise<Survey[]> {
  const { rows } = await sql<Survey>`
    select s.survey_id as "surveyId", s.audience, s.name_en as "nameEn", s.name_zh as "nameZh",
           v.version, v.survey_version_id as "surveyVersionId"
    from survey s left join lateral (
      select version, survey_version_id from survey_version
      where survey_id = s.survey_id and published_at is not null order by version desc limit 1
    ) v on true
    where ${audience}::text is null or s.audience = ${audience}
    order by s.name_en, s.survey_id`.execute(db);
  return rows;
}

export async function selectVersion(
  db: Db,
  surveyVersionId: string,
): Promise<SurveyVersion | undefined> {
  const version = await db
    .selectFrom('survey_version')
    .select(['survey_version_id as surveyVersionId', 'survey_id as surveyId', 'version'])
    .where('survey_version_id', '=', surveyVersionId)
    .where('published_at', 'is not', null)
    .executeTakeFirst();
  return version && { ...version, questions: await selectQuestions(db, surveyVersionId) };
}

export async function selectQuestions(db: Db, surveyVersionId: string): Promise<Question[]> {
  const rows = await db
    .selectFrom('survey_question')
    .select(['key', 'kind', 'text_en', 'text_zh', 'is_required'])
    .where('survey_version_id', '=', surveyVersionId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind as QuestionKind,
    text: { en: row.text_en, zh: row.text_zh },
    isRequired: row.is_required,
  }));
}

export async function upsertSurvey(
  db: Db,
  survey: { surveyId: string; audience: Audience; nameEn: string; nameZh: string },
): Promise<void> {
  await db
    .insertInto('survey')
    .values({
      survey_id: survey.surveyId,
      audience: survey.audience,
      name_en: survey.nameEn,
      name_zh: survey.nameZh,
    })
    .onConflict((oc) =>
      oc.column('survey_id').doUpdateSet((eb) => ({
        name_en: eb.ref('excluded.name_en'),
        name_zh: eb.ref('excluded.name_zh'),
      })),
    )
    .execute();
}

export async function insertVersion(
  db: Db,
  {
    surveyId,
    questions,
    publishedAt,
  }: { surveyId: string; questions: readonly Question[]; publishedAt: Date },
): Promise<SurveyVersion> {
  const surveyVersionId = newId();
  const { version } = await db
    .insertInto('survey_version')
    .values(({ selectFrom }) => ({
      survey_version_id: surveyVersionId,
      survey_id: surveyId,
      version: selectFrom('survey_version')
        .select(sql<number>`coalesce(max(version), 0) + 1`.as('next'))
        .where('survey_id', '=', surveyId),
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('survey_question')
    .values(
      questions.map((question, position) => ({
        survey_question_id: newId(),
        survey_version_id: surveyVersionId,
        position,
        key: question.key,
        kind: question.kind,
        text_en: question.text.en,
        text_zh: question.text.zh,
        is_required: question.isRequired,
      })),
    )
    .execute();
  // Questions come first: from the moment of publishing the database refuses every change to them.
  await db
    .updateTable('survey_version')
    .set({ published_at: publishedAt })
    .where('survey_version_id', '=', surveyVersionId)
    .execute();
  return { surveyVersionId, surveyId, version, questions };
}
