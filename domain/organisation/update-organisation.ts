import { IANAZone } from 'luxon';
import { z } from 'zod';
import { parseInput, sayBoth } from '../../platform/parse-input';
import { locales } from '../../universal/text';
import { authorise } from '../access';
import type { Context, OrganisationSettings } from '../context';
import { audited } from '../privacy';
import { storeOrganisationChange } from './organisation-store';

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
});

/** Changes name, time zone and default language. A new zone moves what counts as a day and a month everywhere. */
export const updateOrganisation = audited(
  'organisation.update',
  async (ctx: Context, input: unknown): Promise<OrganisationSettings> => {
    authorise(ctx.viewer, 'update', 'Organisation');
    const change = parseInput(organisationUpdate, input);
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
