import { z } from 'zod';
import { defineJob } from '../../platform/queue';
import type { Context } from '../context';
import { deleteAccessLinksExpiredBy } from './access-link-store';
import { deleteAttemptsExpiredBy } from './attempt-store';
import { endAccessOfLeavers } from './end-access-of-leavers';
import { inviteEmployeesJob, inviteEmployeesPayload, runInvitations } from './invite-employees';
import { sendResetLink, sendResetLinkJob, sendResetLinkPayload } from './request-password-reset';
import { deleteSessionsExpiredBy } from './session-store';

export const identityJobs = [
  defineJob({
    name: 'identity.end-access-of-leavers',
    title: { en: 'End the access of people who have left', zh: '终止离职人员的登录权限' },
    payload: z.object({}),
    cron: { match: '*/15 * * * *' },
    run: async (ctx: Context) => void (await endAccessOfLeavers(ctx)),
  }),
  defineJob({
    name: 'identity.forget-attempts',
    title: { en: 'Forget old attempts to sign in', zh: '清除过期的登录尝试计数' },
    payload: z.object({}),
    cron: { match: '*/30 * * * *' },
    run: (ctx: Context) => deleteAttemptsExpiredBy(ctx, ctx.clock.now()),
  }),
  defineJob({
    name: 'identity.forget-expired-sessions',
    title: { en: 'Forget sessions that have expired', zh: '清除过期的登录会话' },
    payload: z.object({}),
    cron: { match: '17 3 * * *' },
    run: (ctx: Context) => deleteSessionsExpiredBy(ctx.db, ctx.clock.now()),
  }),
  defineJob({
    name: 'identity.forget-expired-links',
    title: { en: 'Forget links to a password that have expired', zh: '清除过期的密码设置链接' },
    payload: z.object({}),
    cron: { match: '19 3 * * *' },
    run: (ctx: Context) => deleteAccessLinksExpiredBy(ctx.db, ctx.clock.now()),
  }),
  defineJob({
    name: sendResetLinkJob,
    title: { en: 'Mail a link to a new password', zh: '发送设置新密码的链接' },
    payload: sendResetLinkPayload,
    run: (ctx: Context, payload) => sendResetLink(ctx, payload),
  }),
  defineJob({
    name: inviteEmployeesJob,
    title: { en: 'Invite people to sign in', zh: '邀请人员登录' },
    payload: inviteEmployeesPayload,
    lane: 'invite-employees',
    run: (ctx: Context, payload, job) => runInvitations(ctx, payload, job),
  }),
];
