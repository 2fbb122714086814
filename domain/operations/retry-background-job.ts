import { z } from 'zod';
import { Conflict } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { discardJob, retryJob } from '../../platform/queue';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';

const jobReference = z.object({ jobId: z.string().regex(/^\d{1,18}$/) });

/** The work is running, or was finished in the meantime. */
export class JobIsNotWaiting extends Conflict {
  constructor() {
    super({
      en: 'This job runs just now or is finished already.',
      zh: '该任务正在运行或已经完成。',
    });
  }
}

/** Lets work that failed, or waits for its next try, run now. */
export const retryBackgroundJob = audited(
  'job.retry',
  async (ctx: Context, input: unknown): Promise<string> => {
    authorise(ctx.viewer, 'update', 'Job');
    const { jobId } = parseInput(jobReference, input);
    if (!(await retryJob(ctx.db, jobId))) throw new JobIsNotWaiting();
    return jobId;
  },
  (_input, jobId) => ({ subjectType: 'Job', subjectId: jobId }),
);

/** Gives up on work that failed; it never runs again. */
export const discardBackgroundJob = audited(
  'job.discard',
  async (ctx: Context, input: unknown): Promise<string> => {
    authorise(ctx.viewer, 'update', 'Job');
    const { jobId } = parseInput(jobReference, input);
    if (!(await discardJob(ctx.db, jobId))) throw new JobIsNotWaiting();
    return jobId;
  },
  (_input, jobId) => ({ subjectType: 'Job', subjectId: jobId }),
);
