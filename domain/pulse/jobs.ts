import { z } from 'zod';
import { defineJob, type Job } from '../../platform/queue';
import type { Context } from '../context';
import { askJobName, releaseJobName } from './job-names';
import { mixBallotsAndMarks } from './mix-ballots-and-marks';
import { releaseRound } from './release-round';
import { turnRounds } from './turn-rounds';
import { writeToInvited } from './write-to-invited';

/** The background work of pulses. */
export const pulseJobs: readonly Job<Context>[] = [
  defineJob({
    name: 'pulse.turn-rounds',
    title: { en: 'Open and close pulse rounds that are due', zh: '按时开启和结束脉动调查轮次' },
    payload: z.object({}),
    cron: { match: '*/5 * * * *', backfillHours: 1 },
    lane: 'pulse',
    run: (ctx: Context, _payload, { scheduledAt }) => turnRounds(ctx, { moment: scheduledAt }),
  }),
  defineJob({
    name: 'pulse.mix-ballots-and-marks',
    title: { en: 'Mix the ballots of a pulse round', zh: '打乱脉动调查答卷的顺序' },
    payload: z.object({}),
    cron: { match: '2,7,12,17,22,27,32,37,42,47,52,57 * * * *' },
    lane: 'pulse',
    run: (ctx: Context) => mixBallotsAndMarks(ctx),
  }),
  defineJob({
    name: askJobName,
    title: { en: 'Write to those asked in a pulse round', zh: '向受邀者发送脉动调查邮件' },
    payload: z.object({
      roundId: z.uuid(),
      occasion: z.enum(['opening', 'reminder']),
      after: z.uuid().nullable(),
    }),
    run: (ctx: Context, payload) => writeToInvited(ctx, payload),
  }),
  defineJob({
    name: releaseJobName,
    title: { en: 'Release the results of a pulse round', zh: '发布脉动调查结果' },
    payload: z.object({ roundId: z.uuid() }),
    lane: 'pulse',
    run: (ctx: Context, payload) => releaseRound(ctx, payload),
  }),
];
