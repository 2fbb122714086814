import { appraisalJobs } from '../domain/appraisal';
import type { Context } from '../domain/context';
import { feedbackJobs } from '../domain/feedback';
import { identityJobs } from '../domain/identity';
import { organisationJobs } from '../domain/organisation';
import { pulseJobs } from '../domain/pulse';
import { mailJobs } from '../platform/mailer';
import type { MailServer } from '../platform/mailer';
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
  ];
}
