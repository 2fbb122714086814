import { IANAZone } from 'luxon';
import { z } from 'zod';
import { parseInput, sayBoth } from '../../platform/parse-input';
import { assertUnchanged, revisionOf } from '../../platform/revision';
import { locales } from '../../universal/text';
import { authorise } from '../access';
import type { Context, OrganisationSettings } from '../context';
import { audited } from '../privacy';
import {
  type EditableOrganisation,
  getStoredOrganisation,
  storeOrganisationChange,
} from './organisation-store';

/** What areas that keep days in the organisation's zone do when it changes. */
export const zoneChangedJob = 'organisation.zone-changed';

const organisationUpdate = z.object({
  nameEn: z.string().trim().min(1).max(120),
  nameZh: z.string().trim().min(1).max(120),
  timeZone: z.string().refine(
    (zone) => IANAZone.isValidZone(zone),
    sayBoth({
      en: 'Give a time zone such as Europe/London.',
      zh: '请填写时区，例如 Asia/Shanghai。',
    }),
  ),
  defaultLocale: z.enum(locales),
  /** The revision that the editor was opened with. */
  revision: z.string().optional(),
});

/** What the editor of the organisation shows. */
export function organisationRevision({
  nameEn,
  nameZh,
  timeZone,
  defaultLocale,
}: EditableOrganisation): string {
  return revisionOf({ nameEn, nameZh, timeZone, defaultLocale });
}

/** Changes name, time zone and default language. A new zone moves what counts as a day and a month everywhere. */
export const updateOrganisation = audited(
  'organisation.update',
  async (ctx: Context, input: unknown): Promise<OrganisationSettings> => {
    authorise(ctx.viewer, 'update', 'Organisation');
    const { revision, ...change } = parseInput(organisationUpdate, input);
    const { organisationId } = ctx.organisation;
    await assertUnchanged(ctx.db, {
      thing: `organisation:${organisationId}`,
      seen: revision,
      read: async () => organisationRevision(await getStoredOrganisation(ctx.db, organisationId)),
    });
    const changed = { ...ctx.organisation, ...change };
    await storeOrganisationChange(ctx.db, changed, ctx.clock.now());
    if (changed.timeZone !== ctx.organisation.timeZone)
      await ctx.queue.enqueue(ctx.db, zoneChangedJob, {}, { jobKey: zoneChangedJob });
    return changed;
  },
  (_input, { organisationId, timeZone, defaultLocale }) => ({
    subjectType: 'Organisation',
    subjectId: organisationId,
    details: { timeZone, defaultLocale },
  }),
);
