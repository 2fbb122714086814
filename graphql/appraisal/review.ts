import { resolveOffsetConnection } from '@pothos/plugin-relay';
import {
  acknowledgeReview,
  canWrite,
  countReviewsListed,
  filledText,
  getReview,
  getReviewContent,
  listReviews,
  listReviewsById,
  type Review,
  saveReview,
  shareReview,
  submitReview,
  withdrawReview,
} from '../../domain/appraisal';
import type { Context } from '../../domain/context';
import { NotFound } from '../../platform/errors';
import { builder } from '../builder';
import { asId } from '../scalars';
import { ReviewPartyEnum, ReviewStepEnum, ReviewViewEnum } from './enums';
import { basisPoints } from './percent';
import { ReviewContentObject } from './review-content';

type Party = 'employee' | 'manager' | 'reader';

function partyOf(review: Review, { viewer }: Context): Party {
  const employeeId = viewer.kind === 'signed-in' ? viewer.employeeId : null;
  if (employeeId === review.employeeId) return 'employee';
  return employeeId !== null && employeeId === review.managerEmployeeId ? 'manager' : 'reader';
}

export const ReviewNode = builder.loadableNodeRef('Review', {
  load: async (ids: string[], ctx): Promise<(Review | NotFound)[]> =>
    (await listReviewsById(ctx, { reviewIds: ids.map(asId) })).map(
      (review) => review ?? new NotFound(),
    ),
  id: { resolve: (review: Review) => review.reviewId },
});

ReviewNode.implement({
  description:
    'The review of one person in one cycle. Department, manager and position are those of the launch.',
  fields: (t) => ({
    reviewId: t.exposeID('reviewId'),
    cycleId: t.exposeID('cycleId'),
    cycleName: t.string({
      resolve: (review, _args, { locale }) =>
        filledText({ en: review.cycleNameEn, zh: review.cycleNameZh })[locale],
    }),
    employeeName: t.exposeString('employeeName'),
    managerName: t.exposeString('managerName', { nullable: true }),
    departmentName: t.string({
      resolve: (review, _args, { locale }) =>
        locale === 'zh' ? review.departmentNameZh : review.departmentNameEn,
    }),
    positionTitle: t.exposeString('positionTitle'),
    step: t.field({ type: ReviewStepEnum, resolve: ({ step }) => step }),
    dueOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Of the step it stands at.',
      resolve: ({ dueOn }) => dueOn,
    }),
    party: t.field({
      type: ReviewPartyEnum,
      resolve: (review, _args, ctx) => partyOf(review, ctx),
    }),
    canWrite: t.boolean({
      resolve: (review, _args, ctx) => partyOf(review, ctx) === 'manager' && canWrite(review.step),
    }),
    summary: t.exposeString('summary', { description: 'What the manager says about the whole.' }),
    overallScore: t.exposeFloat('overallScore', {
      nullable: true,
      description: '0 to 100; null until it is submitted.',
    }),
    revision: t.exposeInt('revision'),
    savedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ savedAt }) => savedAt }),
    submittedAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ submittedAt }) => submittedAt,
    }),
    sharedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ sharedAt }) => sharedAt }),
    acknowledgedAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ acknowledgedAt }) => acknowledgedAt,
    }),
    acknowledgementNote: t.exposeString('acknowledgementNote'),
    content: t.field({
      type: ReviewContentObject,
      complexity: { field: 20 },
      resolve: ({ reviewId }, _args, ctx) => getReviewContent(ctx, { reviewId }),
    }),
  }),
});

builder.queryFields((t) => ({
  reviews: t.connection(
    {
      type: ReviewNode,
      authScopes: { can: ['read', 'Review'] },
      complexity: ({ first, last }) => ({ field: 1, multiplier: first ?? last ?? 25 }),
      args: {
        view: t.arg({ type: ReviewViewEnum }),
        cycleId: t.arg.id({ required: false }),
        steps: t.arg({ type: [ReviewStepEnum], required: false }),
        search: t.arg.string({
          required: false,
          description: 'In the names of employee, manager and department.',
        }),
      },
      resolve: async (_root, args, ctx) => {
        const options = {
          view: args.view,
          ...(args.cycleId && { cycleId: asId(args.cycleId) }),
          ...(args.steps?.length && { steps: args.steps }),
          ...(args.search && { search: args.search }),
        };
        const totalCount = await countReviewsListed(ctx, options);
        const page = await resolveOffsetConnection(
          { args, totalCount, defaultSize: 25, maxSize: 100 },
          // Beyond the end there is nothing, however far.
          ({ offset, limit }) =>
            listReviews(ctx, { ...options, offset: Math.min(offset, totalCount), limit }),
        );
        return { ...page, totalCount };
      },
    },
    { fields: (connection) => ({ totalCount: connection.exposeInt('totalCount') }) },
  ),
  review: t.field({
    type: ReviewNode,
    authScopes: { can: ['read', 'Review'] },
    args: { reviewId: t.arg.id() },
    resolve: (_root, { reviewId }, ctx) => getReview(ctx, { reviewId: asId(reviewId) }),
  }),
}));

const ReviewGoalInput = builder.inputType('ReviewGoalInput', {
  fields: (t) => ({
    goalId: t.id({ required: false }),
    title: t.string(),
    measure: t.string({ description: 'How its achievement is told.' }),
    weight: t.float({
      required: false,
      description: 'Per cent. Left out in every goal: all weigh the same.',
    }),
    achievement: t.float({
      required: false,
      description: 'Per cent, 100 being reached as agreed.',
    }),
  }),
});

const ReviewRatingInput = builder.inputType('ReviewRatingInput', {
  fields: (t) => ({
    competencyId: t.id(),
    rating: t.int({ required: false, description: '1 to 5.' }),
    remark: t.string(),
  }),
});

const SaveReviewInput = builder.inputType('SaveReviewInput', {
  fields: (t) => ({
    reviewId: t.id(),
    revision: t.int({ description: 'The one the editor was opened with.' }),
    summary: t.string(),
    goals: t.field({ type: [ReviewGoalInput] }),
    ratings: t.field({ type: [ReviewRatingInput] }),
  }),
});

const ReviewIdInput = (name: string) =>
  builder.inputType(name, { fields: (t) => ({ reviewId: t.id() }) });

const AcknowledgeReviewInput = builder.inputType('AcknowledgeReviewInput', {
  fields: (t) => ({ reviewId: t.id(), note: t.string({ description: 'May be empty.' }) }),
});

builder.mutationFields((t) => ({
  saveReview: t.field({
    type: ReviewNode,
    errors: {},
    authScopes: { can: ['write', 'Review'] },
    args: { input: t.arg({ type: SaveReviewInput }) },
    resolve: (_root, { input }, ctx) =>
      saveReview(ctx, {
        reviewId: asId(input.reviewId),
        revision: input.revision,
        summary: input.summary,
        goals: input.goals.map(({ goalId, weight, achievement, ...goal }) => ({
          ...goal,
          goalId: goalId ? asId(goalId) : null,
          weightBp: typeof weight === 'number' ? basisPoints(weight) : null,
          achievementPercent: achievement ?? null,
        })),
        ratings: input.ratings.map(({ competencyId, rating, remark }) => ({
          competencyId: asId(competencyId),
          rating: rating ?? null,
          remark,
        })),
      }),
  }),
  submitReview: t.field({
    type: ReviewNode,
    errors: {},
    description: 'Ends the writing and fixes the score.',
    authScopes: { can: ['write', 'Review'] },
    args: { input: t.arg({ type: ReviewIdInput('SubmitReviewInput') }) },
    resolve: (_root, { input }, ctx) => submitReview(ctx, { reviewId: asId(input.reviewId) }),
  }),
  withdrawReview: t.field({
    type: ReviewNode,
    errors: {},
    description: 'Takes a submission back before it is shared.',
    authScopes: { can: ['write', 'Review'] },
    args: { input: t.arg({ type: ReviewIdInput('WithdrawReviewInput') }) },
    resolve: (_root, { input }, ctx) => withdrawReview(ctx, { reviewId: asId(input.reviewId) }),
  }),
  shareReview: t.field({
    type: ReviewNode,
    errors: {},
    authScopes: { can: ['write', 'Review'] },
    args: { input: t.arg({ type: ReviewIdInput('ShareReviewInput') }) },
    resolve: (_root, { input }, ctx) => shareReview(ctx, { reviewId: asId(input.reviewId) }),
  }),
  acknowledgeReview: t.field({
    type: ReviewNode,
    errors: {},
    description: 'Says that the review was seen, not that it is agreed with.',
    authScopes: { can: ['acknowledge', 'Review'] },
    args: { input: t.arg({ type: AcknowledgeReviewInput }) },
    resolve: (_root, { input }, ctx) =>
      acknowledgeReview(ctx, { reviewId: asId(input.reviewId), note: input.note }),
  }),
}));
