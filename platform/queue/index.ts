export { defineJob } from './job';
export type { CronSchedule, Job, JobDefinition, RunningJob } from './job';
export { createQueue } from './queue';
export type { EnqueueOptions, Queue } from './queue';
export { isLastFailure } from './worth-retrying';
export { countJobs, discardJob, listJobs, retryJob } from './queue-store';
export type { JobEntry, JobState } from './queue-store';
export { migrateQueue, startWorker } from './start-worker';
export type { RunningWorker, WorkerOptions } from './start-worker';
