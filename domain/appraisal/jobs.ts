import { z } from 'zod';
import { defineJob } from '../../platform/queue';
import type { Context } from '../context';
import { startManagerReviewsJobName } from './request-manager-reviews';
import { startManagerReviews } from './start-manager-reviews';

/** Background work of the area. */
export const appraisalJobs = [
  defineJob({
    name: startManagerReviewsJobName,
    title: { en: 'Start the manager reviews of a cycle', zh: '开始考核周期的经理评审' },
    payload: z.object({ cycleId: z.uuid() }),
    run: (ctx: Context, payload, job) => startManagerReviews(ctx, payload, job),
  }),
];
