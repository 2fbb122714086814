import { resolveCursorConnection, type ResolveCursorConnectionArgs } from '@pothos/plugin-relay';
import { listAuditEntries, type ListedAuditEntry } from '../../domain/privacy';
import { builder } from '../builder';
import { asId } from '../scalars';
import { subjectNameOf } from './audit-subject';

const AuditEntryObject = builder.objectRef<ListedAuditEntry>('AuditEntry').implement({
  description:
    'Who changed what, recorded together with the change. Holds no answers and no personal data.',
  fields: (t) => ({
    auditEntryId: t.exposeID('auditEntryId'),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    actorKind: t.exposeString('actorKind', { description: 'signed-in, system or anonymous.' }),
    actorName: t.exposeString('actorName', { nullable: true }),
    action: t.exposeString('action', { description: 'Such as department.move.' }),
    subjectType: t.exposeString('subjectType'),
    subjectId: t.exposeString('subjectId', { nullable: true }),
    subjectName: t.string({
      nullable: true,
      description: 'What it is called today, for people, departments, touchpoints and accounts.',
      resolve: (entry, _args, ctx) => subjectNameOf(entry, ctx),
    }),
    details: t.expose('details', { type: 'JSON' }),
    requestId: t.exposeString('requestId', { nullable: true }),
  }),
});

const AuditFilterInput = builder.inputType('AuditFilter', {
  fields: (t) => ({
    action: t.string({
      required: false,
      description: 'How the action begins, such as department.',
    }),
    actorUserAccountId: t.id({ required: false }),
    subjectType: t.string({ required: false }),
    subjectId: t.string({ required: false }),
    since: t.field({ type: 'DateTime', required: false }),
    until: t.field({ type: 'DateTime', required: false }),
  }),
});

builder.queryField('auditEntries', (t) =>
  t.connection(
    {
      type: AuditEntryObject,
      description: 'Newest first.',
      authScopes: { can: ['read', 'AuditEntry'] },
      args: { filter: t.arg({ type: AuditFilterInput, required: false }) },
      complexity: ({ first, last }) => ({
        field: 1,
        multiplier: Math.min(first ?? last ?? 20, 100),
      }),
      resolve: (_root, { filter: given, ...args }, ctx) => {
        const actorUserAccountId = given?.actorUserAccountId
          ? asId(given.actorUserAccountId)
          : null;
        const filter = { ...given, actorUserAccountId };
        return resolveCursorConnection(
          { args, maxSize: 100, toCursor: (entry: ListedAuditEntry) => entry.cursor },
          (page: ResolveCursorConnectionArgs) => listAuditEntries(ctx, { filter, page }),
        );
      },
    },
    { name: 'AuditEntryConnection' },
    { name: 'AuditEntryEdge' },
  ),
);
