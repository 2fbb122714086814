import type { OrganisationSettings } from '../domain/context';
import type { Db } from '../platform/db';

/** The organisation that this database belongs to, or undefined before it was set up. */
export async function findOrganisationSettings(db: Db): Promise<OrganisationSettings | undefined> {
  const row = await db.selectFrom('organisation').selectAll().executeTakeFirst();
  if (!row) return undefined;
  return {
    organisationId: row.organisation_id,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    timeZone: row.time_zone,
    defaultLocale: row.default_locale === 'zh' ? 'zh' : 'en',
    isDemo: row.is_demo,
  };
}
