import type { Db } from '../../platform/db';
import type { OrganisationSettings } from '../context';

export type EditableOrganisation = Pick<
  OrganisationSettings,
  'nameEn' | 'nameZh' | 'timeZone' | 'defaultLocale'
>;

/** As stored now, which may be later than what the request began with. */
export async function getStoredOrganisation(
  db: Db,
  organisationId: string,
): Promise<EditableOrganisation> {
  const row = await db
    .selectFrom('organisation')
    .select(['name_en', 'name_zh', 'time_zone', 'default_locale'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return {
    nameEn: row.name_en,
    nameZh: row.name_zh,
    timeZone: row.time_zone,
    defaultLocale: row.default_locale as OrganisationSettings['defaultLocale'],
  };
}

/** Changes what may be changed of the organisation. */
export async function storeOrganisationChange(
  db: Db,
  { organisationId, nameEn, nameZh, timeZone, defaultLocale }: OrganisationSettings,
  now: Date,
): Promise<void> {
  await db
    .updateTable('organisation')
    .set({
      name_en: nameEn,
      name_zh: nameZh,
      time_zone: timeZone,
      default_locale: defaultLocale,
      updated_at: now,
    })
    .where('organisation_id', '=', organisationId)
    .execute();
}

/** Stores the one organisation of this database. */
export async function insertOrganisation(db: Db, settings: OrganisationSettings): Promise<void> {
  await db
    .insertInto('organisation')
    .values({
      organisation_id: settings.organisationId,
      name_en: settings.nameEn,
      name_zh: settings.nameZh,
      time_zone: settings.timeZone,
      default_locale: settings.defaultLocale,
      is_demo: settings.isDemo,
    })
    .execute();
}

/** The organisation's zone as it is stored now, or undefined before it was set up. */
export async function selectTimeZone(db: Db): Promise<string | undefined> {
  const row = await db.selectFrom('organisation').select('time_zone').executeTakeFirst();
  return row?.time_zone;
}
