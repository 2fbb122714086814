import { z } from 'zod';
import { defineJob } from '../../platform/queue';
import type { Context } from '../context';
import {
  checkFileJob,
  checkPeopleFile,
  forgetPeopleImports,
  importPeopleJob,
  runPeopleImport,
} from './people-import';

const importReference = z.object({ peopleImportId: z.uuid() });

/** Background work of the area. */
export const organisationJobs = [
  defineJob({
    name: checkFileJob,
    title: { en: 'Check a people file', zh: '检查人员文件' },
    payload: importReference,
    run: (ctx: Context, payload, job) => checkPeopleFile(ctx, payload, job),
  }),
  defineJob({
    name: importPeopleJob,
    title: { en: 'Import people', zh: '导入人员' },
    payload: importReference,
    // Two files at once could give a person two managers for the same day.
    lane: 'people-import',
    run: (ctx: Context, payload, job) => runPeopleImport(ctx, payload, job),
  }),
  defineJob({
    name: 'organisation.forget-people-imports',
    title: { en: 'Forget people files that were imported', zh: '清除已导入的人员文件' },
    payload: z.object({}),
    cron: { match: '10 2 * * *', backfillHours: 24 },
    run: (ctx: Context, _payload, { scheduledAt }) =>
      forgetPeopleImports(ctx, { asOf: scheduledAt }),
  }),
];
