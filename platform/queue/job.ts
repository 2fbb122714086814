import type { z } from 'zod';
import type { Text } from '../../universal/text';

/** What a job may know about its own run. */
export interface RunningJob {
  jobId: string;
  /** 1 for the first try. */
  attempt: number;
  isLastAttempt: boolean;
  /** The moment the run was meant for; a late worker computes for this moment, not for now. */
  scheduledAt: Date;
  /** Aborts when the process is about to end: stop at the next safe point by throwing `signal.reason`. */
  signal: AbortSignal;
  /** Tells how far the work is; seen by administrators while it runs. */
  progress(done: number, total: number): Promise<void>;
}

export interface CronSchedule {
  /** Minute, hour, day, month and weekday in UTC, as in crontab. */
  match: string;
  /** How far back runs that were missed while no worker was there are made up for. */
  backfillHours?: number;
}

export interface JobDefinition<Ctx, Schema extends z.ZodType> {
  /** `area.verb-noun` */
  name: string;
  /** What administrators call it. */
  title: Text;
  /** Parsed when queued and again when run. A job with a schedule must accept `{}`. */
  payload: Schema;
  cron?: CronSchedule;
  maxAttempts?: number;
  /** Jobs with the same lane run one after the other. */
  lane?: string;
  run(ctx: Ctx, payload: z.output<Schema>, job: RunningJob): Promise<void>;
}

/** A kind of background work, ready to be listed among all others. */
export interface Job<Ctx> {
  readonly name: string;
  readonly title: Text;
  readonly cron: CronSchedule | undefined;
  readonly maxAttempts: number;
  readonly lane: string | undefined;
  parse(payload: unknown): unknown;
  run(ctx: Ctx, payload: unknown, job: RunningJob): Promise<void>;
}

const defaultAttempts = 8;

/** Defines a kind of background work. */
export function defineJob<Ctx, Schema extends z.ZodType>(
  definition: JobDefinition<Ctx, Schema>,
): Job<Ctx> {
  const { payload: schema } = definition;
  return {
    name: definition.name,
    title: definition.title,
    cron: definition.cron,
    maxAttempts: definition.maxAttempts ?? defaultAttempts,
    lane: definition.lane,
    parse: (payload) => schema.parse(payload),
    run: (ctx, payload, job) => definition.run(ctx, schema.parse(payload), job),
  };
}
