import { type Comment, commentOrders, listComments, type ScoreBand } from '../../domain/feedback';
import { InvalidInput } from '../../platform/errors';
import { parsePeriod } from '../../universal/period';
import { channelName } from '../analytics/channel-name';
import { PeriodInput } from '../analytics/period';
import { builder } from '../builder';
import { DepartmentNode, visibleDepartment } from '../organisation/department';
import { asId } from '../scalars';
import { TouchpointNode } from './touchpoint';

const CommentOrderEnum = builder.enumType('CommentOrder', {
  values: Object.fromEntries(commentOrders.map((order) => [order.toUpperCase(), { value: order }])),
});

const ScoreBandEnum = builder.enumType('ScoreBand', {
  description: 'LOW: the lower two fifths of the scale, HIGH: the upper three tenths.',
  values: {
    LOW: { value: 'low' as const },
    MIDDLE: { value: 'middle' as const },
    HIGH: { value: 'high' as const },
  } satisfies Record<Uppercase<ScoreBand>, { value: ScoreBand }>,
});

const CommentObject = builder.objectRef<Comment>('Comment').implement({
  description:
    'What one customer wrote. Scores are told so that higher is better, whatever the file or survey said.',
  fields: (t) => ({
    feedbackId: t.exposeID('feedbackId'),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    text: t.exposeString('comment'),
    npsScore: t.exposeInt('npsScore', { nullable: true }),
    csatScore: t.exposeInt('csatScore', { nullable: true }),
    cesScore: t.exposeInt('cesScore', { nullable: true }),
    scorePercent: t.exposeInt('scorePercent', {
      nullable: true,
      description: '0: all answers at the worst end, 100: all at the best; null without a score.',
    }),
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
    channel: t.exposeString('channel'),
    channelName: t.string({
      description: 'In the reader’s language.',
      resolve: ({ channel }, _args, ctx) => channelName(channel)[ctx.locale],
    }),
  }),
});

const wrongPeriod = {
  en: 'This is not a period. Expected 2026-03, 2026-Q1, 2026 or 2026-03-05_2026-04-01.',
  zh: '无效的期间。应为 2026-03、2026-Q1、2026 或 2026-03-05_2026-04-01。',
};

function daysOf(key: string | undefined): { startOn: string | null; endOn: string | null } {
  if (key === undefined) return { startOn: null, endOn: null };
  const period = parsePeriod(key);
  if (!period) throw new InvalidInput([{ path: ['period'], message: wrongPeriod }]);
  return { startOn: period.startOn, endOn: period.endOn };
}

builder.queryField('comments', (t) =>
  t.connection({
    type: CommentObject,
    description:
      'Comments of a department and everything below it; of all that the viewer may read without one.',
    complexity: ({ first }) => ({ field: 10, multiplier: first ?? 25 }),
    authScopes: { can: ['read', 'Feedback'] },
    args: {
      departmentId: t.arg.id({ required: false }),
      period: t.arg({ type: PeriodInput, required: false }),
      touchpointId: t.arg.id({ required: false }),
      channel: t.arg.string({ required: false }),
      band: t.arg({ type: ScoreBandEnum, required: false }),
      search: t.arg.string({ required: false }),
      order: t.arg({ type: CommentOrderEnum, required: false, defaultValue: 'newest' }),
    },
    resolve: async (_root, args, ctx) => {
      const { comments, hasNextPage } = await listComments(ctx, {
        ...daysOf(args.period?.key),
        departmentId: args.departmentId ? asId(args.departmentId) : null,
        touchpointId: args.touchpointId ? asId(args.touchpointId) : null,
        channel: args.channel ?? null,
        band: args.band ?? null,
        search: args.search ?? null,
        order: args.order ?? 'newest',
        first: args.first ?? 25,
        after: args.after ?? null,
      });
      return {
        edges: comments.map((node) => ({ cursor: node.cursor, node })),
        pageInfo: {
          hasNextPage,
          hasPreviousPage: Boolean(args.after),
          startCursor: comments[0]?.cursor ?? null,
          endCursor: comments.at(-1)?.cursor ?? null,
        },
      };
    },
  }),
);
