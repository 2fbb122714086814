import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sql } from 'kysely';
import { useOwnDatabase } from '../../test/harness/use-database';
import { InvalidInput, Unavailable } from '../errors';
import { createQueue, defineJob, listJobs, retryJob, startWorker } from './index';
import type { Job, RunningJob, RunningWorker } from './index';

interface JobContext {
  seen: { payload: unknown; job: RunningJob }[];
}

describe('the queue', () => {
  const own = useOwnDatabase();
  const log = pino({ level: 'silent' });
  let worker: RunningWorker | undefined;
  let seen: JobContext['seen'] = [];

  const count = defineJob({
    name: 'test.count',
    title: { en: 'Count', zh: '计数' },
    payload: z.object({ amount: z.number() }),
    run: async (ctx: JobContext, payload, job) => {
      await job.progress(payload.amount, 10);
      ctx.seen.push({ payload, job });
    },
  });
  const refuse = defineJob({
    name: 'test.refuse',
    title: { en: 'Refuse', zh: '拒绝' },
    payload: z.object({ reason: z.enum(['rule', 'outage', 'surprise']) }),
    run: (_ctx: JobContext, { reason }) => {
      if (reason === 'rule') throw new InvalidInput([]);
      if (reason === 'outage') throw new Unavailable({ en: 'Later', zh: '稍后' });
      throw new Error('Something nobody thought of');
    },
  });

  const start = async (jobs: Job<JobContext>[]) => {
    seen = [];
    worker = await startWorker({
      databaseUrl: own.url,
      db: own.db,
      jobs,
      makeContext: () => Promise.resolve({ seen }),
      log,
    });
  };
  const eventually = async (isSo: () => Promise<boolean> | boolean) => {
    for (let i = 0; i < 200 && !(await isSo()); i++) await sleep(25);
    expect(await isSo()).toBe(true);
  };

  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await sql`delete from graphile_worker._private_jobs`.execute(own.db);
  });

  it('runs what was committed, and nothing that was rolled back', async () => {
    await start([count]);
    const queue = createQueue([count]);
    const failing = own.db.transaction().execute(async (tx) => {
      await queue.enqueue(tx, 'test.count', { amount: 1 });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await own.db.transaction().execute((tx) => queue.enqueue(tx, 'test.count', { amount: 2 }));
    await eventually(() => seen.length > 0);
    expect(seen.map((run) => run.payload)).toEqual([{ amount: 2 }]);
    await eventually(async () => (await listJobs(own.db)).total === 0);
  });

  it('refuses a payload of the wrong shape and a job that nobody defined', async () => {
    const queue = createQueue([count]);
    await expect(queue.enqueue(own.db, 'test.count', { amount: 'many' })).rejects.toThrow();
    await expect(queue.enqueue(own.db, 'test.other', {})).rejects.toThrow(
      'no job named test.other',
    );
    expect((await listJobs(own.db)).total).toBe(0);
  });

  it('replaces a waiting job of the same key', async () => {
    const queue = createQueue([count]);
    await queue.enqueue(own.db, 'test.count', { amount: 1 }, { jobKey: 'once' });
    await queue.enqueue(own.db, 'test.count', { amount: 2 }, { jobKey: 'once' });
    expect((await listJobs(own.db)).total).toBe(1);
  });

  it('tries again after an outage or a surprise, but not after a refusal by a rule', async () => {
    const queue = createQueue([refuse]);
    for (const reason of ['rule', 'outage', 'surprise']) {
      await queue.enqueue(own.db, 'test.refuse', { reason });
    }
    await start([refuse]);
    await eventually(async () => {
      const { jobs } = await listJobs(own.db);
      return jobs.every((job) => job.state === 'failed' || job.state === 'retrying');
    });
    const { jobs } = await listJobs(own.db);
    expect(jobs.map((job) => job.state)).toEqual(['retrying', 'retrying', 'failed']);
    expect(jobs[0]?.lastError).toContain('Something nobody thought of');
  });

  it('runs a failed job again when an administrator asks for it', async () => {
    const queue = createQueue([count]);
    await queue.enqueue(own.db, 'test.count', { amount: 3 }, { maxAttempts: 1 });
    await sql`update graphile_worker._private_jobs set attempts = 1`.execute(own.db);
    const [failed] = (await listJobs(own.db, { state: 'failed' })).jobs;
    expect(failed?.name).toBe('test.count');
    expect(await retryJob(own.db, failed?.jobId ?? '')).toBe(true);
    expect(await retryJob(own.db, '999999')).toBe(false);
    await start([count]);
    await eventually(() => seen.length === 1);
  });

  it('starts a job again at once whose worker was killed', async () => {
    const queue = createQueue([count]);
    await queue.enqueue(own.db, 'test.count', { amount: 4 });
    await sql`
      update graphile_worker._private_jobs
      set locked_by = 'worker-that-was-killed', locked_at = now(), attempts = 1`.execute(own.db);
    await start([count]);
    await eventually(() => seen.length === 1);
    expect(seen[0]?.job.attempt).toBe(2);
  });

  it('leaves a job alone that a living worker of another process runs', async () => {
    const slow = defineJob({
      name: 'test.count',
      title: { en: 'Count', zh: '计数' },
      payload: z.object({ amount: z.number() }),
      run: async (ctx: JobContext, payload, job) => {
        ctx.seen.push({ payload, job });
        await sleep(600);
      },
    });
    const firstSeen: JobContext['seen'] = [];
    const first = await startWorker({
      databaseUrl: own.url,
      db: own.db,
      jobs: [slow],
      makeContext: () => Promise.resolve({ seen: firstSeen }),
      log,
    });
    await createQueue([slow]).enqueue(own.db, 'test.count', { amount: 5 });
    await eventually(() => firstSeen.length === 1);
    await start([slow]);
    await first.stop();
    expect(seen).toEqual([]);
  });

  it('tells a scheduled job for which moment it runs', async () => {
    const scheduled = defineJob({
      name: 'test.scheduled',
      title: { en: 'Scheduled', zh: '定时' },
      payload: z.object({}),
      cron: { match: '* * * * *', backfillHours: 1 },
      run: (ctx: JobContext, payload, job) => {
        ctx.seen.push({ payload, job });
        return Promise.resolve();
      },
    });
    await start([scheduled]);
    await worker?.stop();
    await sql`
      update graphile_worker._private_known_crontabs
      set known_since = now() - interval '1 day', last_execution = date_trunc('minute', now()) - interval '3 minutes'
    `.execute(own.db);
    await start([scheduled]);
    await eventually(() => seen.length >= 2);
    const moments = seen.map((run) => run.job.scheduledAt.getTime());
    expect(moments.every((moment) => moment % 60_000 === 0)).toBe(true);
    expect(new Set(moments).size).toBe(moments.length);
  });
});
