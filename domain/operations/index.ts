export { jobStates, listBackgroundJobs } from './list-background-jobs';
export { getOutboxMail, listOutboxMails } from './list-outbox-mails';
export { mailStates, type OutboxMail, type OutboxMailContent } from './outbox-store';
export { discardBackgroundJob, retryBackgroundJob } from './retry-background-job';
