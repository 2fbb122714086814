import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { LinkedSurvey, OpenLink, OpenLinkChannel } from './open-link';
import { selectQuestions } from './survey-store';

export async function selectOpenLinks(
  db: Db,
  openLinkId: string | null = null,
): Promise<OpenLink[]> {
  const { rows } = await sql<OpenLink>`
    select l.open_link_id as "openLinkId", l.token, l.survey_id as "surveyId", l.touchpoint_id as "touchpointId",
           l.department_id as "departmentId", l.channel, l.label, l.created_at as "createdAt",
           l.deactivated_at as "deactivatedAt",
           json_build_object('en', t.name_en, 'zh', t.name_zh) as "touchpointName",
           json_build_object('en', d.name_en, 'zh', d.name_zh) as "departmentName",
           json_build_object('en', s.name_en, 'zh', s.name_zh) as "surveyName"
    from open_link l
      join touchpoint t using (touchpoint_id)
      join department d on d.department_id = l.department_id
      join survey s using (survey_id)
    where ${openLinkId}::uuid is null or l.open_link_id = ${openLinkId}
    order by l.deactivated_at is not null, l.created_at desc, l.open_link_id`.execute(db);
  return rows;
}

export async function selectLinkedSurvey(db: Db, token: string): Promise<LinkedSurvey | undefined> {
  const { rows } = await sql<{
    open_link_id: string;
    is_active: boolean;
    survey_version_id: string;
    touchpoint_id: string;
    department_id: string;
    channel: OpenLinkChannel;
    name_en: string;
    name_zh: string;
  }>`
    select l.open_link_id, l.deactivated_at is null as is_active, v.survey_version_id, l.touchpoint_id, l.department_id,
           l.channel, t.name_en, t.name_zh
    from open_link l
      join touchpoint t using (touchpoint_id)
      join lateral (
        select survey_version_id from survey_version
        where survey_id = l.survey_id and published_at is not null order by version desc limit 1
      ) v on true
    where l.token = ${token}`.execute(db);
  const link = rows[0];
  if (!link) return undefined;
  return {
    openLinkId: link.open_link_id,
    isActive: link.is_active,
    surveyVersionId: link.survey_version_id,
    touchpointId: link.touchpoint_id,
    departmentId: link.department_id,
    channel: link.channel,
    touchpointName: { en: link.name_en, zh: link.name_zh },
    questions: await selectQuestions(db, link.survey_version_id),
  };
}

export async function insertOpenLink(
  db: Db,
  link: {
    openLinkId: string;
    token: string;
    surveyId: string;
    touchpointId: string;
    departmentId: string;
    channel: OpenLinkChannel;
    label: string;
    createdAt: Date;
  },
): Promise<void> {
  await db
    .insertInto('open_link')
    .values({
      open_link_id: link.openLinkId,
      token: link.token,
      survey_id: link.surveyId,
      touchpoint_id: link.touchpointId,
      department_id: link.departmentId,
      channel: link.channel,
      label: link.label,
      created_at: link.createdAt,
    })
    .execute();
}

export async function markDeactivated(db: Db, openLinkId: string, at: Date): Promise<void> {
  await db
    .updateTable('open_link')
    .set({ deactivated_at: at })
    .where('open_link_id', '=', openLinkId)
    .where('deactivated_at', 'is', null)
    .execute();
}

/** The owner of a touchpoint that is in use. */
export async function selectTouchpointOwner(
  db: Db,
  touchpointId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('touchpoint')
    .select('owner_department_id')
    .where('touchpoint_id', '=', touchpointId)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return row?.owner_department_id;
}
