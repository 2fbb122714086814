import type { OrganisationSettings } from '../../domain/context';

/** What the tests call today: after the clock went back in Europe/London. */
export const testToday = new Date('2026-11-16T09:00:00Z');

/** The secret of the tests' installation. */
export const testSecret = 'a secret that only the tests know, long enough to sign';

/** The one organisation of the migrated template database. */
export const testOrganisation: OrganisationSettings = {
  organisationId: '01a1f000-0000-7000-8000-000000000001',
  nameEn: 'Test Works',
  nameZh: '测试公司',
  timeZone: 'Europe/London',
  defaultLocale: 'en',
  isDemo: false,
};
