import { z } from 'zod';
import { defineJob } from '../../platform/queue';
import type { Context } from '../context';
import { deleteSessionsExpiredBy } from './session-store';

export const identityJobs = [
  defineJob({
    name: 'identity.forget-expired-sessions',
    title: { en: 'Forget sessions that have expired', zh: '清除过期的登录会话' },
    payload: z.object({}),
    cron: { match: '17 3 * * *' },
    run: (ctx: Context) => deleteSessionsExpiredBy(ctx.db, ctx.clock.now()),
  }),
];
