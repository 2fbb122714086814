import { z } from 'zod';
import { appraisalJobs } from '../domain/appraisal';
import type { Context } from '../domain/context';
import { feedbackJobs } from '../domain/feedback';
import { identityJobs } from '../domain/identity';
import { organisationJobs } from '../domain/organisation';
import { pulseJobs } from '../domain/pulse';
import { prepareMonths } from '../platform/db';
import { mailJobs } from '../platform/mailer';
import type { MailServer } from '../platform/mailer';
import { defineJob } from '../platform/queue';
import type { Job } from '../platform/queue';

/** Every kind of background work of the product: the areas' own and the platform's. */
export function allJobs(mailServer: MailServer | undefined): Job<Context>[] {
  return [
    ...mailJobs<Context>(mailServer),
    ...organisationJobs,
    ...identityJobs,
    ...feedbackJobs,
    ...pulseJobs,
    ...appraisalJobs,
    prepareMonthsJob,
  ];
}

const prepareMonthsJob = defineJob({
  name: 'platform.prepare-months',
  title: { en: 'Prepare the tables of coming months', zh: '准备未来月份的数据表' },
  payload: z.object({}),
  cron: { match: '20 1 * * *', backfillHours: 24 },
  run: (ctx: Context) => prepareMonths(ctx.db, ctx.clock.now()),
});
