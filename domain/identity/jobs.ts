import { z } from 'zod';
import { defineJob } from '../../platform/queue';
import type { Context } from '../context';
import { deleteSessionsExpiredBy } from './session-store';

export const identityJobs = [
  defineJob<Context, z.ZodType<Record<string, never>>>({
    name: 'identity.forget-expired-sessions',
    payload: z.object({}) as z.ZodType<Record<string, never>>,
    cron: { match: '17 3 * * *' },
    run: (ctx) => deleteSessionsExpiredBy(ctx.db, ctx.clock.now()),
  }),
];
