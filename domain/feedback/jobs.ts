import { z } from 'zod';
import { defineJob } from '../../platform/queue';
import type { Context } from '../context';
import { zoneChangedJob } from '../organisation';
import { forgetImportFiles, keepDays, runImport, runImportJob } from './import';

/** Background work of the area. */
export const feedbackJobs = [
  defineJob({
    name: runImportJob,
    title: { en: 'Read or store a feedback file', zh: '读取或导入反馈文件' },
    payload: z.object({ importId: z.uuid(), runNumber: z.int() }),
    run: (ctx: Context, payload, { signal, isLastAttempt }) =>
      runImport(ctx, { ...payload, isLastAttempt }, { signal }),
  }),
  defineJob({
    name: zoneChangedJob,
    title: { en: 'Keep days of feedback in a new time zone', zh: '按新的时区保持反馈日期' },
    payload: z.object({}),
    run: (ctx: Context) => keepDays(ctx),
  }),
  defineJob({
    name: 'feedback.forget-import-files',
    title: { en: 'Forget feedback files that were imported', zh: '清除已导入的反馈文件' },
    payload: z.object({}),
    cron: { match: '40 2 * * *', backfillHours: 24 },
    run: (ctx: Context, _payload, { scheduledAt }) => forgetImportFiles(ctx, { asOf: scheduledAt }),
  }),
];
