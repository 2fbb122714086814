import type { Db } from '../../platform/db';
import { newId, randomId } from '../../platform/ids';
import { standardQuestions } from '../../domain/surveys';
import type { Audience, OpenLinkChannel } from '../../domain/surveys';
import { testOrganisation } from '../harness/test-organisation';
import { aDepartment } from './organisation';

/** Publishes the standard survey of an audience. */
export async function aSurvey(
  db: Db,
  { audience = 'customer' }: { audience?: Audience } = {},
): Promise<{ surveyId: string; surveyVersionId: string }> {
  const [surveyId, surveyVersionId] = [newId(), newId()];
  await db
    .insertInto('survey')
    .values({ survey_id: surveyId, audience, name_en: 'Survey', name_zh: '问卷' })
    .execute();
  await db
    .insertInto('survey_version')
    .values({ survey_version_id: surveyVersionId, survey_id: surveyId, version: 1 })
    .execute();
  const questions = standardQuestions(audience, {
    en: testOrganisation.nameEn,
    zh: testOrganisation.nameZh,
  });
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
  await db
    .updateTable('survey_version')
    .set({ published_at: new Date('2026-01-05T09:00:00Z') })
    .where('survey_version_id', '=', surveyVersionId)
    .execute();
  return { surveyId, surveyVersionId };
}

/** Stores a touchpoint, by default of a department of its own. */
export async function aTouchpoint(db: Db, facts: { departmentId?: string } = {}): Promise<string> {
  const touchpointId = newId();
  await db
    .insertInto('touchpoint')
    .values({
      touchpoint_id: touchpointId,
      code: `T-${randomId().slice(0, 8)}`,
      name_en: 'Store visit',
      name_zh: '到店参观',
      owner_department_id: facts.departmentId ?? (await aDepartment(db)),
    })
    .execute();
  return touchpointId;
}

/** Stores a link for feedback about a department. */
export async function anOpenLink(
  db: Db,
  facts: { departmentId?: string; channel?: OpenLinkChannel; deactivatedAt?: Date } = {},
): Promise<{ openLinkId: string; token: string; departmentId: string; touchpointId: string }> {
  const departmentId = facts.departmentId ?? (await aDepartment(db));
  const touchpointId = await aTouchpoint(db, { departmentId });
  const { surveyId } = await aSurvey(db);
  const openLinkId = newId();
  const token = randomId().replaceAll('-', '');
  await db
    .insertInto('open_link')
    .values({
      open_link_id: openLinkId,
      token,
      survey_id: surveyId,
      touchpoint_id: touchpointId,
      department_id: departmentId,
      channel: facts.channel ?? 'open_link',
      deactivated_at: facts.deactivatedAt ?? null,
    })
    .execute();
  return { openLinkId, token, departmentId, touchpointId };
}
