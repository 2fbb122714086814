import {
  closeCycle,
  countPopulation,
  type Cycle,
  type CycleStep,
  filledText,
  getCycle,
  launchCycle,
  listCycles,
  requestManagerReviews,
} from '../../domain/appraisal';
import { builder } from '../builder';
import { DepartmentNode } from '../organisation/department';
import { asId } from '../scalars';
import { ReviewStepEnum } from './enums';

const CycleStepObject = builder.objectRef<CycleStep>('ReviewCycleStep').implement({
  fields: (t) => ({
    step: t.field({ type: ReviewStepEnum, resolve: ({ step }) => step }),
    dueOn: t.field({ type: 'Date', nullable: true, resolve: ({ dueOn }) => dueOn }),
    count: t.exposeInt('count', { description: 'Reviews that stand at this step now.' }),
  }),
});

export const CycleObject = builder.objectRef<Cycle>('ReviewCycle').implement({
  description: 'Who is reviewed with which template by when, and how far everybody is.',
  fields: (t) => ({
    cycleId: t.exposeID('cycleId'),
    name: t.string({
      description: 'In the reader’s language.',
      resolve: ({ nameEn, nameZh }, _args, { locale }) =>
        filledText({ en: nameEn, zh: nameZh })[locale],
    }),
    templateId: t.exposeID('templateId'),
    templateVersion: t.exposeInt('templateVersion'),
    templateName: t.string({
      resolve: (cycle, _args, { locale }) =>
        filledText({ en: cycle.templateNameEn, zh: cycle.templateNameZh })[locale],
    }),
    department: t.field({ type: DepartmentNode, resolve: ({ departmentId }) => departmentId }),
    launchedAt: t.field({ type: 'DateTime', resolve: ({ launchedAt }) => launchedAt }),
    withoutManager: t.exposeInt('withoutManager', {
      description: 'People without a manager at launch, who have no review.',
    }),
    managerReviewRequestedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Decides which quarter the evidence looks at.',
      resolve: (cycle) => cycle.managerReviewRequestedAt,
    }),
    managerReviewStartedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the last review had its evidence frozen.',
      resolve: (cycle) => cycle.managerReviewStartedAt,
    }),
    closedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ closedAt }) => closedAt }),
    reviewCount: t.exposeInt('reviewCount'),
    sharedCount: t.exposeInt('sharedCount'),
    acknowledgedCount: t.exposeInt('acknowledgedCount'),
    steps: t.field({ type: [CycleStepObject], resolve: ({ steps }) => steps }),
  }),
});

const PopulationObject = builder.simpleObject('ReviewPopulation', {
  description: 'Whom a cycle launched today would review.',
  fields: (t) => ({
    reviewed: t.int(),
    withoutManager: t.int({ description: 'Left out, because nobody could write their review.' }),
  }),
});

const longestList = 200;

builder.queryFields((t) => ({
  reviewCycles: t.field({
    type: [CycleObject],
    description: 'Running ones first, then the newest; at most 200.',
    authScopes: { can: ['read', 'ReviewCycle'] },
    args: { isRunning: t.arg.boolean({ required: false }) },
    resolve: (_root, { isRunning }, ctx) =>
      listCycles(ctx, { isRunning: isRunning === true, limit: longestList, offset: 0 }),
  }),
  reviewCycle: t.field({
    type: CycleObject,
    authScopes: { can: ['read', 'ReviewCycle'] },
    args: { cycleId: t.arg.id() },
    resolve: (_root, { cycleId }, ctx) => getCycle(ctx, { cycleId: asId(cycleId) }),
  }),
  reviewPopulation: t.field({
    type: PopulationObject,
    authScopes: { can: ['create', 'ReviewCycle'] },
    args: { departmentId: t.arg.id() },
    resolve: (_root, { departmentId }, ctx) =>
      countPopulation(ctx, { departmentId: asId(departmentId) }),
  }),
}));

const ReviewDueDatesInput = builder.inputType('ReviewDueDatesInput', {
  description: 'The day by which each step should be done, none before the one above it.',
  fields: (t) => ({
    goals: t.field({ type: 'Date' }),
    managerReview: t.field({ type: 'Date' }),
    share: t.field({ type: 'Date' }),
    acknowledge: t.field({ type: 'Date' }),
  }),
});

const LaunchReviewCycleInput = builder.inputType('LaunchReviewCycleInput', {
  fields: (t) => ({
    templateId: t.id({ description: 'Its newest published version is used.' }),
    nameEn: t.string(),
    nameZh: t.string(),
    departmentId: t.id({ description: 'Everybody in it and below is reviewed.' }),
    dueOn: t.field({ type: ReviewDueDatesInput }),
  }),
});

const CycleIdInput = (name: string) =>
  builder.inputType(name, { fields: (t) => ({ cycleId: t.id() }) });

builder.mutationFields((t) => ({
  launchReviewCycle: t.field({
    type: CycleObject,
    errors: {},
    authScopes: { can: ['create', 'ReviewCycle'] },
    args: { input: t.arg({ type: LaunchReviewCycleInput }) },
    resolve: (_root, { input }, ctx) => {
      const { managerReview, ...dueOn } = input.dueOn;
      return launchCycle(ctx, {
        ...input,
        templateId: asId(input.templateId),
        departmentId: asId(input.departmentId),
        dueOn: { ...dueOn, manager_review: managerReview },
      });
    },
  }),
  startManagerReviews: t.field({
    type: CycleObject,
    errors: {},
    description:
      'Freezes the evidence of all reviews and opens them for the managers, in the background.',
    authScopes: { can: ['update', 'ReviewCycle'] },
    args: { input: t.arg({ type: CycleIdInput('StartManagerReviewsInput') }) },
    resolve: (_root, { input }, ctx) =>
      requestManagerReviews(ctx, { cycleId: asId(input.cycleId) }),
  }),
  closeReviewCycle: t.field({
    type: CycleObject,
    errors: {},
    authScopes: { can: ['update', 'ReviewCycle'] },
    args: { input: t.arg({ type: CycleIdInput('CloseReviewCycleInput') }) },
    resolve: (_root, { input }, ctx) => closeCycle(ctx, { cycleId: asId(input.cycleId) }),
  }),
}));
