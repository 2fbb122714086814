import type { Db } from '../../platform/db';
import type { OrganisationSettings } from '../context';

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
