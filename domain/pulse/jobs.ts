import { z } from 'zod';
import { defineJob, type Job } from '../../platform/queue';
import type { Context } from '../context';
import { askJobName, releaseJobName } from './job-names';
import { releaseRound } from './release-round';
import { turnRounds } from './turn-rounds';
import { writeToInvited } from './write-to-invited';

/** The background work of pulses. */
export const pulseJobs: readonly Job<Context>[] = [
  defineJob({
    name: 'pulse.turn-rounds',
    payload: z.object({}),
    cron: { match: '*/5 * * * *', backfillHours: 1 },
    lane: 'pulse',
    run: (ctx: Context, _payload, { scheduledAt }) => turnRounds(ctx, { moment: scheduledAt }),
  }),
  defineJob({
    name: askJobName,
    payload: z.object({
      roundId: z.uuid(),
      occasion: z.enum(['opening', 'reminder']),
      after: z.uuid().nullable(),
    }),
    run: (ctx: Context, payload) => writeToInvited(ctx, payload),
  }),
  defineJob({
    name: releaseJobName,
    payload: z.object({ roundId: z.uuid() }),
    lane: 'pulse',
    run: (ctx: Context, payload) => releaseRound(ctx, payload),
  }),
];
