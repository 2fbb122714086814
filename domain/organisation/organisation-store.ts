import type { Db } from '../../platform/db';
import type { OrganisationSettings } from '../context';

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
