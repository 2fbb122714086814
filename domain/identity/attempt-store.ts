import { createHmac } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Context } from '../context';

/** So many times in so many seconds. */
export interface AttemptLimit {
  name: string;
  attempts: number;
  seconds: number;
}

export interface Attempt {
  /** How many there were of late, this one included. */
  count: number;
  isAllowed: boolean;
  /** Until the count begins anew. */
  secondsLeft: number;
}

type AttemptContext = Pick<Context, 'db' | 'config'>;

/**
 * Counts an attempt and says whether it is within the limit, in one statement: of many at once, in whichever process, no
 * more are allowed than one after the other. What is counted is kept as a keyed hash.
 */
export async function countAttempt(
  ctx: AttemptContext,
  limit: AttemptLimit,
  counted: string,
): Promise<Attempt> {
  const result = await counterOf(ctx, limit)
    .consume(keyOf(ctx, counted))
    .catch((refusal: RateLimiterRes | Error) => {
      // The library refuses by rejecting with the count; an error means that nothing could be counted.
      if (refusal instanceof Error) throw refusal;
      return refusal;
    });
  return {
    count: result.consumedPoints,
    isAllowed: result.consumedPoints <= limit.attempts,
    secondsLeft: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  };
}

/** Takes back one attempt, because it turned out to be none to guard against. */
export async function forgiveAttempt(
  ctx: AttemptContext,
  limit: AttemptLimit,
  counted: string,
): Promise<void> {
  await counterOf(ctx, limit).reward(keyOf(ctx, counted), 1);
}

/** Begins the count anew. */
export async function forgetAttempts(
  ctx: AttemptContext,
  limit: AttemptLimit,
  counted: string,
): Promise<void> {
  await counterOf(ctx, limit).delete(keyOf(ctx, counted));
}

export async function deleteAttemptsExpiredBy(
  ctx: Pick<Context, 'db'>,
  moment: Date,
): Promise<void> {
  await ctx.db.deleteFrom('attempt').where('expire', '<=', moment.getTime()).execute();
}

function keyOf({ config }: AttemptContext, counted: string): string {
  return createHmac('sha256', config.secret).update(`attempt ${counted}`).digest('base64url');
}

function counterOf({ db }: AttemptContext, limit: AttemptLimit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: {
      query: ({ text, values }: { text: string; values: unknown[] }) =>
        db.executeQuery(CompiledQuery.raw(text, values)),
    },
    storeType: 'client',
    tableName: 'attempt',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: limit.name,
    points: limit.attempts,
    duration: limit.seconds,
  });
}
