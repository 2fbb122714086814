import { Conflict } from '../../../platform/errors';
import type { ImportMapping } from '../../../universal/feedback/import-mapping';
import type { Context } from '../../context';
import type { FeedbackImport, ImportStatus, RunningStatus } from './feedback-import';
import { startRun } from './import-store';

export const runImportJob = 'feedback.run-import';

const notNow = {
  en: 'This step is not possible now: the import is in another step. Reload the page to see where it stands.',
  zh: '现在不能执行这一步：导入处于其他步骤。请刷新页面查看当前状态。',
};

/** Which states of an import each run may start from. */
const startsFrom: Record<RunningStatus, readonly ImportStatus[]> = {
  profiling: ['uploaded', 'profiled', 'checked', 'failed'],
  checking: ['profiled', 'checked', 'failed'],
  committing: ['checked'],
};

/** Puts the import into a running state and queues the work, in one transaction. */
export async function beginRun(
  ctx: Context,
  file: FeedbackImport,
  to: RunningStatus,
  { mapping, mappingName }: { mapping: ImportMapping; mappingName: string | null },
): Promise<void> {
  const { feedbackImportId: importId } = file;
  const now = ctx.clock.now();
  const runNumber = await startRun(ctx.db, importId, {
    from: startsFrom[to],
    to,
    mapping,
    mappingName,
    now,
  });
  if (runNumber === undefined) throw new Conflict(notNow);
  await ctx.queue.enqueue(
    ctx.db,
    runImportJob,
    { importId, runNumber },
    { jobKey: `${runImportJob}:${importId}` },
  );
}
