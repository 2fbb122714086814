import {
  type FeedbackEntry,
  type FeedbackHold,
  getFeedback,
  getImport,
  holdFeedback,
  listHeldFeedback,
  listHolds,
  releaseFeedback,
} from '../../domain/feedback';
import { InvalidInput } from '../../platform/errors';
import { channelName } from '../analytics/channel-name';
import { builder } from '../builder';
import { DepartmentNode, visibleDepartment } from '../organisation/department';
import { asId } from '../scalars';
import { FeedbackImportObject } from './import';
import { TouchpointNode } from './touchpoint';

const HoldObject = builder.objectRef<FeedbackHold>('FeedbackHold').implement({
  description: 'A time in which a feedback is out of every number.',
  fields: (t) => ({
    reason: t.exposeString('reason'),
    heldAt: t.expose('heldAt', { type: 'DateTime' }),
    releaseReason: t.exposeString('releaseReason', { nullable: true }),
    releasedAt: t.expose('releasedAt', { type: 'DateTime', nullable: true }),
  }),
});

const EntryObject = builder.objectRef<FeedbackEntry>('FeedbackEntry').implement({
  description: 'One feedback, also while it is held. For those who may hold and release it.',
  fields: (t) => ({
    feedbackId: t.exposeID('feedbackId'),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    occurredOn: t.expose('occurredOn', {
      type: 'Date',
      nullable: true,
      description: 'The day, where it came without a time.',
    }),
    text: t.exposeString('comment', { nullable: true }),
    npsScore: t.exposeInt('npsScore', { nullable: true }),
    csatScore: t.exposeInt('csatScore', { nullable: true }),
    cesScore: t.exposeInt('cesScore', { nullable: true }),
    isHeld: t.exposeBoolean('isHeld'),
    department: t.field({
      type: DepartmentNode,
      nullable: true,
      resolve: ({ departmentId }, _args, { viewer }) => visibleDepartment(viewer, departmentId),
    }),
    touchpoint: t.field({
      type: TouchpointNode,
      nullable: true,
      resolve: ({ touchpointId }) => touchpointId,
    }),
    channelName: t.string({
      description: 'In the reader’s language.',
      resolve: ({ channel }, _args, ctx) => channelName(channel)[ctx.locale],
    }),
    addedBy: t.field({
      type: FeedbackImportObject,
      nullable: true,
      description: 'The import that added it.',
      resolve: ({ feedbackImportId }, _args, ctx) =>
        feedbackImportId === null ? null : getImport(ctx, { importId: feedbackImportId }),
    }),
    holds: t.field({
      type: [HoldObject],
      description: 'The latest first.',
      resolve: ({ feedbackId }, _args, ctx) => listHolds(ctx, { feedbackId }),
    }),
  }),
});

const HoldInput = builder.inputType('HoldFeedbackInput', {
  fields: (t) => ({
    feedbackId: t.id(),
    occurredAt: t.field({ type: 'DateTime' }),
    reason: t.string(),
  }),
});

type HoldValues = typeof HoldInput.$inferInput;
const placeOf = ({ feedbackId, occurredAt }: Pick<HoldValues, 'feedbackId' | 'occurredAt'>) => ({
  feedbackId: asId(feedbackId),
  occurredAt: new Date(occurredAt),
});

builder.mutationFields((t) => ({
  holdFeedback: t.field({
    type: EntryObject,
    errors: {},
    description: 'Takes a feedback out of every number until it is released.',
    authScopes: { can: ['hold', 'Feedback'] },
    args: { input: t.arg({ type: HoldInput }) },
    resolve: async (_root, { input }, ctx) => {
      await holdFeedback(ctx, { ...placeOf(input), reason: input.reason });
      return getFeedback(ctx, placeOf(input));
    },
  }),
  releaseFeedback: t.field({
    type: EntryObject,
    errors: {},
    description: 'Lets a held feedback count again.',
    authScopes: { can: ['hold', 'Feedback'] },
    args: { input: t.arg({ type: HoldInput }) },
    resolve: async (_root, { input }, ctx) => {
      await releaseFeedback(ctx, { ...placeOf(input), reason: input.reason });
      return getFeedback(ctx, placeOf(input));
    },
  }),
}));

const cursorOf = ({ feedbackId, occurredAt }: FeedbackEntry) =>
  Buffer.from(`${occurredAt.toISOString()}|${feedbackId}`).toString('base64url');

function readPlace(cursor: string) {
  const [moment = '', feedbackId = ''] = Buffer.from(cursor, 'base64url')
    .toString('utf8')
    .split('|');
  const occurredAt = new Date(moment);
  if (Number.isNaN(occurredAt.getTime())) {
    const message = { en: 'This is not a place in the list.', zh: '无效的分页位置。' };
    throw new InvalidInput([{ path: ['after'], message }]);
  }
  return { occurredAt, feedbackId: asId(feedbackId) };
}

builder.queryFields((t) => ({
  feedbackEntry: t.field({
    type: EntryObject,
    authScopes: { can: ['hold', 'Feedback'] },
    args: { feedbackId: t.arg.id(), occurredAt: t.arg({ type: 'DateTime' }) },
    resolve: (_root, place, ctx) => getFeedback(ctx, placeOf(place)),
  }),
  heldFeedback: t.connection({
    type: EntryObject,
    description: 'Feedback that is held now, the latest first.',
    complexity: ({ first }) => ({ field: 5, multiplier: first ?? 25 }),
    authScopes: { can: ['hold', 'Feedback'] },
    resolve: async (_root, { first, after }, ctx) => {
      const limit = Math.min(Math.max(first ?? 25, 1), 100);
      const found = await listHeldFeedback(ctx, {
        limit: limit + 1,
        after: after ? readPlace(after) : undefined,
      });
      const page = found.slice(0, limit);
      return {
        edges: page.map((node) => ({ cursor: cursorOf(node), node })),
        pageInfo: {
          hasNextPage: found.length > limit,
          hasPreviousPage: Boolean(after),
          startCursor: page[0] ? cursorOf(page[0]) : null,
          endCursor: page.length > 0 ? cursorOf(page.at(-1)!) : null,
        },
      };
    },
  }),
}));
