import {
  discardBackgroundJob,
  jobStates,
  listBackgroundJobs,
  retryBackgroundJob,
} from '../../domain/operations';
import type { JobEntry } from '../../platform/queue';
import { builder } from '../builder';

const JobStateEnum = builder.enumType('JobState', {
  description: 'RETRYING: failed, and tried again later. FAILED: given up.',
  values: Object.fromEntries(jobStates.map((state) => [state.toUpperCase(), { value: state }])),
});

const BackgroundJobObject = builder.objectRef<JobEntry>('BackgroundJob').implement({
  description: 'Work in the background that is not finished.',
  fields: (t) => ({
    jobId: t.exposeID('jobId'),
    name: t.exposeString('name'),
    title: t.string({
      description: 'What it is called in the reader’s language.',
      resolve: ({ name }, _args, { queue, locale }) => queue.titleOf(name)?.[locale] ?? name,
    }),
    state: t.expose('state', { type: JobStateEnum }),
    attempts: t.exposeInt('attempts'),
    maxAttempts: t.exposeInt('maxAttempts'),
    lastError: t.exposeString('lastError', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    runAt: t.expose('runAt', { type: 'DateTime' }),
    progressDone: t.exposeFloat('progressDone', { nullable: true }),
    progressTotal: t.exposeFloat('progressTotal', { nullable: true }),
  }),
});

const BackgroundJobPage = builder
  .objectRef<{ jobs: JobEntry[]; total: number }>('BackgroundJobPage')
  .implement({
    fields: (t) => ({
      jobs: t.field({
        type: [BackgroundJobObject],
        complexity: { field: 1, multiplier: 50 },
        resolve: ({ jobs }) => jobs,
      }),
      totalCount: t.exposeInt('total'),
    }),
  });

builder.queryField('backgroundJobs', (t) =>
  t.field({
    type: BackgroundJobPage,
    description: 'Newest first.',
    authScopes: { can: ['read', 'Job'] },
    args: {
      state: t.arg({ type: JobStateEnum, required: false }),
      page: t.arg.int({ defaultValue: 1, description: 'Of fifty each.' }),
    },
    resolve: (_root, { state, page }, ctx) =>
      listBackgroundJobs(ctx, {
        state: state ?? undefined,
        limit: 50,
        offset: 50 * (Math.min(Math.max(page, 1), 10_000) - 1),
      }),
  }),
);

const RetryBackgroundJobInput = builder.inputType('RetryBackgroundJobInput', {
  fields: (t) => ({ jobId: t.id() }),
});
const DiscardBackgroundJobInput = builder.inputType('DiscardBackgroundJobInput', {
  fields: (t) => ({ jobId: t.id() }),
});

builder.mutationFields((t) => ({
  retryBackgroundJob: t.id({
    errors: {},
    description: 'Lets work that failed, or waits for its next try, run now.',
    authScopes: { can: ['update', 'Job'] },
    args: { input: t.arg({ type: RetryBackgroundJobInput }) },
    resolve: (_root, { input }, ctx) => retryBackgroundJob(ctx, { jobId: String(input.jobId) }),
  }),
  discardBackgroundJob: t.id({
    errors: {},
    description: 'Gives up on work that failed.',
    authScopes: { can: ['update', 'Job'] },
    args: { input: t.arg({ type: DiscardBackgroundJobInput }) },
    resolve: (_root, { input }, ctx) => discardBackgroundJob(ctx, { jobId: String(input.jobId) }),
  }),
}));
