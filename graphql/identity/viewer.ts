import { roles, type SignedInViewer } from '../../domain/access';
import { getOwnAccount, listOwnSessions, type Session } from '../../domain/identity';
import { builder } from '../builder';
import { UserAccountNode } from './account';

export const RoleEnum = builder.enumType('Role', {
  description:
    'EMPLOYEE and MANAGER follow from employment and reporting lines; the others are granted.',
  values: Object.fromEntries(roles.map((role) => [role.toUpperCase(), { value: role }])),
});

const SessionObject = builder.objectRef<Session>('Session').implement({
  description: 'A browser in which the viewer is signed in.',
  fields: (t) => ({
    sessionKey: t.exposeString('sessionKey', {
      description: 'Names the session; it cannot be opened with it.',
    }),
    signedInAt: t.field({ type: 'DateTime', resolve: ({ signedInAt }) => signedInAt }),
    expiresAt: t.field({ type: 'DateTime', resolve: ({ expiresAt }) => expiresAt }),
    userAgent: t.exposeString('userAgent'),
  }),
});

const ViewerObject = builder.objectRef<SignedInViewer>('Viewer').implement({
  description: 'The person who asks.',
  fields: (t) => ({
    displayName: t.exposeString('displayName'),
    roles: t.field({ type: [RoleEnum], resolve: ({ roles: mine }) => [...mine] }),
    account: t.field({
      type: UserAccountNode,
      resolve: (_viewer, _args, ctx) => getOwnAccount(ctx),
    }),
    sessions: t.field({
      type: [SessionObject],
      description: 'Open sessions, the newest first.',
      resolve: (_viewer, _args, ctx) => listOwnSessions(ctx),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerObject,
    nullable: true,
    description: 'Null for a caller who is not signed in.',
    resolve: (_root, _args, { viewer }) => (viewer.kind === 'signed-in' ? viewer : null),
  }),
);
