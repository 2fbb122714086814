import { EventEmitter } from 'node:events';
import { Logger as WorkerLogger, parseCronItems, run, runMigrations } from 'graphile-worker';
import type { CronItem, JobHelpers, WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { openPool, type Db } from '../db';
import type { Logger } from '../logger';
import type { Job, RunningJob } from './job';
import { forgetProgress, giveUpOn, storeProgress } from './queue-store';
import { joinWorkers } from './worker-presence';
import { isWorthRetrying } from './worth-retrying';

const finishPatienceMs = 25_000;

export interface WorkerOptions<Ctx> {
  databaseUrl: string;
  db: Db;
  jobs: readonly Job<Ctx>[];
  /** Makes what a job works with; called for each run. */
  makeContext(job: { name: string; jobId: string }): Promise<Ctx>;
  log: Logger;
  concurrency?: number;
  onFinished?(run: { name: string; outcome: 'done' | 'failed'; seconds: number }): void;
}

export interface RunningWorker {
  /** Waits for running jobs for a while, then leaves; what is cut off runs again after the next start. */
  stop(): Promise<void>;
}

/** Creates or updates the tables of the queue. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const pool = openPool(databaseUrl, { max: 1, applicationName: 'tandem-queue' });
  try {
    await runMigrations({ pgPool: pool, logger: silentLogger });
  } finally {
    await pool.end();
  }
}

/** Starts to work off the queue, and to queue what is scheduled. */
export async function startWorker<Ctx>(options: WorkerOptions<Ctx>): Promise<RunningWorker> {
  const { databaseUrl, jobs, log, concurrency = 3 } = options;
  const pool = openPool(databaseUrl, {
    max: concurrency + 2,
    applicationName: 'tandem-queue',
    onLost: (error) => log.warn({ err: error }, 'The queue lost a connection'),
  });
  const presence = await joinWorkers(async () => {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'tandem-workers',
    });
    await client.connect();
    return client;
  }, log);
  await presence.releaseJobsOfTheDead();
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => presence.announce(workerPool.id));
  const runner = await run({
    pgPool: pool,
    concurrency,
    events,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: loggerOf(log),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, taskOf(job, options)])),
    parsedCronItems: parseCronItems(jobs.flatMap(cronItemOf)),
    gracefulShutdownAbortTimeout: finishPatienceMs / 2,
  });
  return {
    async stop() {
      const lateEnd = setTimeout(() => void runner.kill('too late'), finishPatienceMs);
      await runner.stop().catch((error: unknown) => log.warn({ err: error }, 'A job was cut off'));
      clearTimeout(lateEnd);
      await presence.leave();
      await pool.end();
    },
  };
}

function taskOf<Ctx>(job: Job<Ctx>, { db, makeContext, log, onFinished }: WorkerOptions<Ctx>) {
  return async (queued: unknown, helpers: JobHelpers): Promise<void> => {
    const started = performance.now();
    const running = runningJob(queued, helpers, db);
    const finished = (outcome: 'done' | 'failed') =>
      onFinished?.({ name: job.name, outcome, seconds: (performance.now() - started) / 1000 });
    try {
      const ctx = await makeContext({ name: job.name, jobId: running.jobId });
      await job.run(ctx, payloadOf(queued), running);
      await forgetProgress(db, running.jobId);
      finished('done');
    } catch (error) {
      finished('failed');
      log.error(
        { err: error, job: job.name, jobId: running.jobId, attempt: running.attempt },
        'Job failed',
      );
      if (!isWorthRetrying(error)) await giveUpOn(db, running.jobId);
      throw error;
    }
  };
}

function runningJob(queued: unknown, { job, abortSignal }: JobHelpers, db: Db): RunningJob {
  const cron = isRecord(queued) && isRecord(queued['_cron']) ? queued['_cron']['ts'] : undefined;
  return {
    jobId: job.id,
    attempt: job.attempts,
    isLastAttempt: job.attempts >= job.max_attempts,
    scheduledAt: new Date(typeof cron === 'string' ? cron : job.run_at),
    signal: abortSignal,
    progress: (done, total) => storeProgress(db, { jobId: job.id, done, total }),
  };
}

function payloadOf(queued: unknown): unknown {
  if (!isRecord(queued)) return queued;
  const { _cron, ...payload } = queued;
  return payload;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cronItemOf<Ctx>(job: Job<Ctx>): CronItem[] {
  if (!job.cron) return [];
  job.parse({});
  return [
    {
      task: job.name,
      identifier: job.name,
      match: job.cron.match,
      options: {
        backfillPeriod: (job.cron.backfillHours ?? 0) * 3_600_000,
        maxAttempts: job.maxAttempts,
        ...(job.lane && { queueName: job.lane }),
      },
    },
  ];
}

const silentLogger = new WorkerLogger(() => () => undefined);

function loggerOf(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    const ours = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;
    log[ours[level]](message);
  });
}
