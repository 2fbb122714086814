import { sql } from 'kysely';
import type { Text } from '../../universal/text';
import type { Db } from '../db';
import type { Job } from './job';

export interface EnqueueOptions {
  runAt?: Date;
  /** A waiting job with the same key is replaced instead of a second one added. */
  jobKey?: string;
  maxAttempts?: number;
}

/** Adds background work in the caller's transaction: it runs if and only if that is committed. */
export interface Queue {
  enqueue(db: Db, name: string, payload: unknown, options?: EnqueueOptions): Promise<void>;
  /** What administrators call a kind of work; undefined for one that an earlier version left behind. */
  titleOf(name: string): Text | undefined;
}

/** Makes the queue that knows the given kinds of work and refuses others. */
export function createQueue(
  jobs: readonly Pick<Job<never>, 'name' | 'title' | 'parse' | 'maxAttempts' | 'lane'>[],
): Queue {
  const known = new Map(jobs.map((job) => [job.name, job]));
  return {
    titleOf: (name) => known.get(name)?.title,
    async enqueue(db, name, payload, options = {}) {
      const job = known.get(name);
      if (!job) throw new Error(`There is no job named ${name}`);
      job.parse(payload);
      await sql`
        select graphile_worker.add_job(
          ${name},
          payload => ${JSON.stringify(payload)}::text::json,
          queue_name => ${job.lane ?? null},
          run_at => ${options.runAt ?? null},
          max_attempts => ${options.maxAttempts ?? job.maxAttempts},
          job_key => ${options.jobKey ?? null}
        )`.execute(db);
    },
  };
}
