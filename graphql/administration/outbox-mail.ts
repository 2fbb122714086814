import { resolveCursorConnection, type ResolveCursorConnectionArgs } from '@pothos/plugin-relay';
import {
  getOutboxMail,
  listOutboxMails,
  mailLinks,
  mailStates,
  type OutboxMail,
  type OutboxMailContent,
} from '../../domain/operations';
import { builder } from '../builder';
import { asId } from '../scalars';

const MailStateEnum = builder.enumType('MailState', {
  description: 'KEPT: no mail server is configured, so the mail can be read here only.',
  values: Object.fromEntries(mailStates.map((state) => [state.toUpperCase(), { value: state }])),
});

const MailLinksEnum = builder.enumType('MailLinks', {
  description:
    'What the viewer gets to see of a mail’s links. HIDDEN: they are personal and taken out. ENTRUSTED: shown, to be passed on to the recipient. DEMO: personal, and shown only because nobody is real in a demo organisation. SEALED: nothing of the mail can be seen.',
  values: Object.fromEntries(mailLinks.map((links) => [links.toUpperCase(), { value: links }])),
});

const OutboxMailObject = builder.objectRef<OutboxMail>('OutboxMail').implement({
  description: 'A mail that the product wanted to send.',
  fields: (t) => ({
    outboxMailId: t.exposeID('outboxMailId'),
    to: t.exposeString('to', {
      nullable: true,
      description: 'Null, like the subject, when not even the recipient is anybody’s business.',
    }),
    subject: t.exposeString('subject', { nullable: true }),
    state: t.expose('state', { type: MailStateEnum }),
    attempts: t.exposeInt('attempts'),
    lastError: t.exposeString('lastError', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
  }),
});

const OutboxMailContentObject = builder
  .objectRef<OutboxMailContent>('OutboxMailContent')
  .implement({
    fields: (t) => ({
      mail: t.field({ type: OutboxMailObject, resolve: (content) => content }),
      text: t.exposeString('text'),
      html: t.exposeString('html'),
      links: t.expose('links', { type: MailLinksEnum }),
    }),
  });

const OutboxFilterInput = builder.inputType('OutboxFilter', {
  fields: (t) => ({
    search: t.string({ required: false, description: 'Part of the address or the subject.' }),
    state: t.field({ type: MailStateEnum, required: false }),
  }),
});

builder.queryFields((t) => ({
  outboxMails: t.connection(
    {
      type: OutboxMailObject,
      description: 'Newest first.',
      authScopes: { can: ['read', 'OutboxMail'] },
      args: { filter: t.arg({ type: OutboxFilterInput, required: false }) },
      complexity: ({ first, last }) => ({
        field: 1,
        multiplier: Math.min(first ?? last ?? 20, 100),
      }),
      resolve: (_root, { filter, ...args }, ctx) =>
        resolveCursorConnection(
          { args, maxSize: 100, toCursor: (mail: OutboxMail) => mail.outboxMailId },
          ({ after, before, ...size }: ResolveCursorConnectionArgs) =>
            listOutboxMails(ctx, {
              filter: filter ?? {},
              page: { ...size, after: after && asId(after), before: before && asId(before) },
            }),
        ),
    },
    { name: 'OutboxMailConnection' },
    { name: 'OutboxMailEdge' },
  ),
  outboxMail: t.field({
    type: OutboxMailContentObject,
    authScopes: { can: ['read', 'OutboxMail'] },
    args: { outboxMailId: t.arg.id() },
    resolve: (_root, { outboxMailId }, ctx) =>
      getOutboxMail(ctx, { outboxMailId: asId(outboxMailId) }),
  }),
}));
