import {
  addressOf,
  createOpenLink,
  deactivateOpenLink,
  getOpenLink,
  listOpenLinks,
  type OpenLink,
  type OpenLinkChannel,
  qrCodeSvg,
} from '../../domain/surveys';
import { builder } from '../builder';
import { asId } from '../scalars';

const OpenLinkChannelEnum = builder.enumType('OpenLinkChannel', {
  description: 'How a link reaches people; feedback is told apart by it.',
  values: {
    OPEN_LINK: { value: 'open_link' },
    QR_CODE: { value: 'qr_code' },
    KIOSK: { value: 'kiosk' },
    WEB_EMBED: { value: 'web_embed' },
  } as const satisfies Record<Uppercase<OpenLinkChannel>, unknown>,
});

const OpenLinkObject = builder.objectRef<OpenLink>('OpenLink').implement({
  description: 'A link that anyone may use to give feedback at a touchpoint.',
  fields: (t) => ({
    openLinkId: t.exposeID('openLinkId'),
    address: t.string({ resolve: (link, _args, ctx) => addressOf(ctx, link) }),
    channel: t.expose('channel', { type: OpenLinkChannelEnum }),
    label: t.exposeString('label'),
    touchpointId: t.exposeID('touchpointId'),
    touchpointName: t.string({
      resolve: ({ touchpointName }, _args, { locale }) => touchpointName[locale],
    }),
    departmentId: t.exposeID('departmentId'),
    departmentName: t.string({
      resolve: ({ departmentName }, _args, { locale }) => departmentName[locale],
    }),
    surveyName: t.string({ resolve: ({ surveyName }, _args, { locale }) => surveyName[locale] }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    deactivatedAt: t.expose('deactivatedAt', { type: 'DateTime', nullable: true }),
    qrCodeSvg: t.string({
      description: 'A drawing of the address that scales to any size of print.',
      complexity: 5,
      resolve: (link, _args, ctx) => qrCodeSvg(addressOf(ctx, link)),
    }),
  }),
});

builder.queryFields((t) => ({
  openLinks: t.field({
    type: [OpenLinkObject],
    description: 'Those in use first.',
    authScopes: { can: ['read', 'OpenLink'] },
    resolve: (_root, _args, ctx) => listOpenLinks(ctx),
  }),
  openLink: t.field({
    type: OpenLinkObject,
    authScopes: { can: ['read', 'OpenLink'] },
    args: { openLinkId: t.arg.id() },
    resolve: (_root, { openLinkId }, ctx) => getOpenLink(ctx, { openLinkId: asId(openLinkId) }),
  }),
}));

const CreateOpenLinkInput = builder.inputType('CreateOpenLinkInput', {
  fields: (t) => ({
    surveyId: t.id({ required: false, description: 'The customers’ survey when left out.' }),
    touchpointId: t.id(),
    departmentId: t.id({
      required: false,
      description: 'Whom the feedback is about; the owner of the touchpoint when left out.',
    }),
    channel: t.field({ type: OpenLinkChannelEnum }),
    label: t.string({ required: false }),
  }),
});

const DeactivateOpenLinkInput = builder.inputType('DeactivateOpenLinkInput', {
  fields: (t) => ({ openLinkId: t.id() }),
});

builder.mutationFields((t) => ({
  createOpenLink: t.field({
    type: OpenLinkObject,
    errors: {},
    authScopes: { can: ['create', 'OpenLink'] },
    args: { input: t.arg({ type: CreateOpenLinkInput }) },
    resolve: (_root, { input }, ctx) =>
      createOpenLink(ctx, {
        ...input,
        surveyId: input.surveyId ? asId(input.surveyId) : null,
        touchpointId: asId(input.touchpointId),
        departmentId: input.departmentId ? asId(input.departmentId) : null,
        label: input.label ?? '',
      }),
  }),
  deactivateOpenLink: t.field({
    type: OpenLinkObject,
    errors: {},
    authScopes: { can: ['update', 'OpenLink'] },
    args: { input: t.arg({ type: DeactivateOpenLinkInput }) },
    resolve: (_root, { input }, ctx) =>
      deactivateOpenLink(ctx, { openLinkId: asId(input.openLinkId) }),
  }),
}));
