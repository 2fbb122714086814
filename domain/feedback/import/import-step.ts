import { Conflict } from '../../../platform/errors';
import type { ImportMapping } from '../../../universal/feedback/import-mapping';
import type { Context } from '../../context';
import type { FeedbackImport, ImportStatus, RunningStatus } from './feedback-import';
import { startRun } from './import-store';

export const runImportJob = 'feedback.run-import';

export const notNow = {
  en: 'This step is not possible now: the import is in another step. Reload the page to see where it stands.',
  zh: '现在不能执行这一步：导入处于其他步骤。请刷新页面查看当前状态。',
};

/** Which states of an import each run may start from. */
export const startsFrom: Record<RunningStatus, readonly ImportStatus[]> = {
  profiling: ['uploaded', 'profiled', 'checked', 'failed', 'taken_back'],
  checking: ['profiled', 'checked', 'failed'],
  committing: ['checked'],
  taking_back: ['done', 'failed'],
};

export interface RunStart {
  mapping: ImportMapping;
  mappingName: string | null;
  sourceName: string;
}

/** Puts the import into a running state and queues the work, in one transaction. */
export async function beginRun(
  ctx: Context,
  file: FeedbackImport,
  to: RunningStatus,
  start: RunStart,
): Promise<void> {
  const { feedbackImportId: importId } = file;
  const runNumber = await startRun(ctx.db, importId, {
    ...start,
    from: startsFrom[to],
    to,
    timeZone: ctx.organisation.timeZone,
    now: ctx.clock.now(),
  });
  await queueRun(ctx, importId, runNumber);
}

/** Queues the work of a run that was begun; undefined when the import did not stand where it begins. */
export async function queueRun(
  ctx: Context,
  importId: string,
  runNumber: number | undefined,
): Promise<void> {
  if (runNumber === undefined) throw new Conflict(notNow);
  await ctx.queue.enqueue(
    ctx.db,
    runImportJob,
    { importId, runNumber },
    { jobKey: `${runImportJob}:${importId}` },
  );
}
