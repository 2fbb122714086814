import { sql } from 'kysely';
import type { Db } from '../db';

export type JobState = 'scheduled' | 'waiting' | 'running' | 'retrying' | 'failed';

/** One piece of background work that is not finished, as an administrator sees it. */
export interface JobEntry {
  jobId: string;
  name: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  createdAt: Date;
  runAt: Date;
  startedAt: Date | null;
  progressDone: number | null;
  progressTotal: number | null;
}

const stateOf = sql`case
  when j.locked_at is not null then 'running'
  when j.attempts >= j.max_attempts then 'failed'
  when j.attempts > 0 then 'retrying'
  when j.run_at > now() then 'scheduled'
  else 'waiting' end`;

/** Lists work that waits, runs or has failed, newest first; finished work leaves the list. */
export async function listJobs(
  db: Db,
  { state, limit = 50, offset = 0 }: { state?: JobState; limit?: number; offset?: number } = {},
): Promise<{ jobs: JobEntry[]; total: number }> {
  const { rows } = await sql<JobEntry & { total: number }>`
    select j.id::text as "jobId", j.task_identifier as name, ${stateOf} as state,
           j.attempts, j.max_attempts as "maxAttempts", j.last_error as "lastError",
           j.created_at as "createdAt", j.run_at as "runAt", j.locked_at as "startedAt",
           p.done as "progressDone", p.total as "progressTotal", count(*) over () as total
    from graphile_worker.jobs j left join job_progress p on p.job_id = j.id
    where ${state ?? null}::text is null or ${stateOf} = ${state ?? null}
    order by j.id desc limit ${limit} offset ${offset}`.execute(db);
  return { jobs: rows.map(({ total: _, ...entry }) => entry), total: rows[0]?.total ?? 0 };
}

/**
 * Lets work that failed for good, or waits for its next try, run now. Resolves to false when there is none such: what is
 * planned for later runs then, and is not brought forward.
 */
export async function retryJob(db: Db, jobId: string): Promise<boolean> {
  const { rows } = await sql`
    select id from graphile_worker.reschedule_jobs(
      array(select id from graphile_worker.jobs where id = ${jobId}::bigint and attempts > 0), run_at => now(), attempts => 0, max_attempts => (
        select greatest(max_attempts, 1) from graphile_worker.jobs where id = ${jobId}::bigint
      ))`.execute(db);
  return rows.length > 0;
}

/** Takes work off the list that failed for good. Resolves to false when it is not there, or runs. */
export async function discardJob(db: Db, jobId: string): Promise<boolean> {
  const { rows } = await sql`
    select id from graphile_worker.complete_jobs(array[${jobId}::bigint])`.execute(db);
  return rows.length > 0;
}

/** Counts unfinished work by state, for the metrics. */
export async function countJobs(db: Db): Promise<Record<JobState, number>> {
  const { rows } = await sql<{ state: JobState; n: number }>`
    select ${stateOf} as state, count(*) as n from graphile_worker.jobs j group by 1`.execute(db);
  const counts: Record<JobState, number> = {
    scheduled: 0,
    waiting: 0,
    running: 0,
    retrying: 0,
    failed: 0,
  };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** Stores how far a running job is. */
export async function storeProgress(
  db: Db,
  { jobId, done, total }: { jobId: string; done: number; total: number },
): Promise<void> {
  await db
    .insertInto('job_progress')
    .values({ job_id: Number(jobId), done, total })
    .onConflict((oc) => oc.column('job_id').doUpdateSet({ done, total, updated_at: sql`now()` }))
    .execute();
}

/** Removes the progress of work that is finished. */
export async function forgetProgress(db: Db, jobId: string): Promise<void> {
  await db.deleteFrom('job_progress').where('job_id', '=', Number(jobId)).execute();
}

/** Makes the running try of a job its last one. */
export async function giveUpOn(db: Db, jobId: string): Promise<void> {
  // The library has no function for a job that is running, and its version is pinned.
  await sql`
    update graphile_worker._private_jobs set max_attempts = attempts where id = ${jobId}::bigint`.execute(
    db,
  );
}
