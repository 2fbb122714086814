import { isLastFailure } from '../../../platform/queue';
import type { Context } from '../../context';
import { asRefusal, FileRefused } from '../../intake';
import { type FeedbackImport, type ImportFailure, runningStatuses } from './feedback-import';
import { findImport, storeFailure } from './import-store';
import { profileImport } from './profile-import';
import { runTakeBack } from './take-back-import';
import { type TransferOptions, transferRows } from './transfer-rows';

/**
 * Does the work that an import waits for: profile, dry run, commit or taking back. A run that was replaced does nothing. A file that
 * cannot be read any further ends the import with the reason; any other error is left to be tried again.
 */
export async function runImport(
  ctx: Context,
  {
    importId,
    runNumber,
    isLastAttempt = false,
  }: { importId: string; runNumber: number; isLastAttempt?: boolean },
  options: TransferOptions = {},
): Promise<void> {
  const file = await findImport(ctx.db, importId);
  if (!file?.mapping || file.runNumber !== runNumber) return;
  const step = runningStatuses.find((status) => status === file.status);
  if (!step) return;
  const withMapping = { ...file, mapping: file.mapping };
  try {
    if (step === 'profiling') await profileImport(ctx, withMapping, options.signal);
    else if (step === 'taking_back') await runTakeBack(ctx, file);
    else await transferRows(ctx, withMapping, options);
  } catch (error) {
    const failure = failureOf(step, error, { isLastAttempt, ...options });
    if (!failure) throw error;
    await storeFailure(ctx.db, { importId, runNumber, failure, now: ctx.clock.now() });
    ctx.log.info({ importId, step, reason: failure.code }, 'An import ended early');
    if (failure.code === 'interrupted') throw error;
  }
}

function failureOf(
  step: NonNullable<ImportFailure>['step'],
  error: unknown,
  attempt: { isLastAttempt: boolean; signal?: AbortSignal },
): FeedbackImport['failure'] | undefined {
  const refusal = asRefusal(error);
  if (refusal instanceof FileRefused) return { step, code: refusal.reason, params: refusal.params };
  return isLastFailure(error, attempt) ? { step, code: 'interrupted', params: {} } : undefined;
}
