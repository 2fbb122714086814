import { isAllowed } from '../../domain/access';
import type { OrganisationSettings } from '../../domain/context';
import {
  getOrganisation,
  organisationRevision,
  updateOrganisation,
} from '../../domain/organisation';
import { builder } from '../builder';
import { LocaleEnum } from '../identity/account';

const OrganisationObject = builder.objectRef<OrganisationSettings>('Organisation').implement({
  fields: (t) => ({
    organisationId: t.exposeID('organisationId'),
    name: t.string({
      description: 'In the reader’s language.',
      resolve: ({ nameEn, nameZh }, _args, { locale }) => (locale === 'zh' ? nameZh : nameEn),
    }),
    nameEn: t.exposeString('nameEn'),
    nameZh: t.exposeString('nameZh'),
    timeZone: t.exposeString('timeZone', {
      description: 'A day or a month is a day or a month there.',
    }),
    defaultLocale: t.expose('defaultLocale', { type: LocaleEnum }),
    revision: t.string({
      description: 'Of what its editor shows.',
      resolve: (organisation) => organisationRevision(organisation),
    }),
    canUpdate: t.boolean({
      resolve: (_organisation, _args, { viewer }) => isAllowed(viewer, 'update', 'Organisation'),
    }),
  }),
});

builder.queryField('organisation', (t) =>
  t.field({
    type: OrganisationObject,
    authScopes: { can: ['read', 'Organisation'] },
    resolve: (_root, _args, ctx) => getOrganisation(ctx),
  }),
);

const UpdateOrganisationInput = builder.inputType('UpdateOrganisationInput', {
  fields: (t) => ({
    nameEn: t.string(),
    nameZh: t.string(),
    timeZone: t.string(),
    defaultLocale: t.field({ type: LocaleEnum }),
    revision: t.string({ description: 'The one the editor was opened with.' }),
  }),
});

builder.mutationField('updateOrganisation', (t) =>
  t.field({
    type: OrganisationObject,
    errors: {},
    authScopes: { can: ['update', 'Organisation'] },
    args: { input: t.arg({ type: UpdateOrganisationInput }) },
    resolve: (_root, { input }, ctx) => updateOrganisation(ctx, input),
  }),
);
