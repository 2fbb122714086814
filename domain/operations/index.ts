export { getOutboxMail, mailLinks, type OutboxMailContent } from './get-outbox-mail';
export { jobStates, listBackgroundJobs } from './list-background-jobs';
export { listOutboxMails } from './list-outbox-mails';
export { mailStates, type OutboxMail } from './outbox-store';
export { discardBackgroundJob, retryBackgroundJob } from './retry-background-job';
