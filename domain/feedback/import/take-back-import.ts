import { z } from 'zod';
import { Conflict } from '../../../platform/errors';
import { parseInput } from '../../../platform/parse-input';
import { sourceKey } from '../../../universal/feedback/import-mapping';
import { authorise } from '../../access';
import { type Context, inTransaction } from '../../context';
import { FileRefused } from '../../intake';
import { audited } from '../../privacy';
import type { FeedbackImport } from './feedback-import';
import { getImport } from './get-import';
import { queueRun, startsFrom } from './import-step';
import { lockSource } from './stored-row-store';
import {
  countStoredBy,
  finishTakeBack,
  type LaterImport,
  removeAdded,
  restoreChanged,
  selectLaterChanges,
  selectLaterSightings,
  startTakeBack,
} from './take-back-store';
import { findTimeZone } from '../../organisation';

/** What taking an import back would do, and what stands in its way. */
export interface TakeBackPlan {
  /** Rows that it added and that would go. */
  added: number;
  /** Rows that it changed and that would become what they were before. */
  changed: number;
  /** Imports that have changed rows of this one since: they must be taken back first. */
  changedSince: LaterImport[];
  /** Later imports that found some of these rows there already and did not store them again. */
  foundSince: LaterImport[];
  /** What its rows were before is forgotten after some time; then it cannot be taken back any more. */
  isForgotten: boolean;
}

/** Undefined where nothing was stored. */
export async function planTakeBack(
  ctx: Context,
  file: FeedbackImport,
): Promise<TakeBackPlan | undefined> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  if (!startsFrom.taking_back.includes(file.status)) return undefined;
  const importId = file.feedbackImportId;
  const stored = await countStoredBy(ctx.db, importId);
  const isForgotten = file.rowsChanged > 0 && stored.changed === 0 && file.fileKey === null;
  if (stored.added + stored.changed === 0 && !isForgotten) return undefined;
  return {
    ...stored,
    changedSince: await selectLaterChanges(ctx.db, importId),
    foundSince: await selectLaterSightings(ctx.db, {
      importId,
      source: sourceKey(file.sourceName ?? file.fileName),
    }),
    isForgotten,
  };
}

const messages = {
  nothing: {
    en: 'Nothing of this import is stored, so there is nothing to take back.',
    zh: '这次导入没有保存任何内容，无需撤回。',
  },
  forgotten: {
    en: 'What the rows were before this import is no longer known, so it cannot be taken back. Import a corrected file instead.',
    zh: '这些行在导入之前的内容已不再保留，因此无法撤回。请改为导入更正后的文件。',
  },
};

function changedSince(imports: readonly LaterImport[]) {
  const names = imports.map(({ fileName }) => `“${fileName}”`);
  return {
    en: `Later imports have changed rows of this one: ${names.join(', ')}. Take them back first, the latest first.`,
    zh: `之后的导入更改了这次导入的行：${names.join('、')}。请先从最近的一次开始撤回这些导入。`,
  };
}

const inputSchema = z.object({ importId: z.uuid() });

/** Starts to undo an import as a whole: what it added goes, what it changed becomes what it was. */
export const takeBackImport = audited(
  'feedback_import.take_back',
  async (ctx: Context, input: z.input<typeof inputSchema>): Promise<string> => {
    authorise(ctx.viewer, 'update', 'FeedbackImport');
    const { importId } = parseInput(inputSchema, input);
    const plan = await planTakeBack(ctx, await getImport(ctx, { importId }));
    if (!plan) throw new Conflict(messages.nothing);
    if (plan.isForgotten) throw new Conflict(messages.forgotten);
    if (plan.changedSince.length > 0) throw new Conflict(changedSince(plan.changedSince));
    const runNumber = await startTakeBack(ctx.db, importId, {
      from: startsFrom.taking_back,
      now: ctx.clock.now(),
    });
    await queueRun(ctx, importId, runNumber);
    return importId;
  },
  (_input, importId) => ({ subjectType: 'FeedbackImport', subjectId: importId }),
);

/** Undoes the import in one transaction: it is taken back whole or not at all. */
export async function runTakeBack(ctx: Context, file: FeedbackImport): Promise<void> {
  const { feedbackImportId: importId, runNumber } = file;
  await inTransaction(ctx, async (tx) => {
    await lockSource(tx.db, sourceKey(file.sourceName ?? file.fileName));
    const [later] = await selectLaterChanges(tx.db, importId);
    if (later) throw new FileRefused('changed-since', { name: later.fileName });
    await restoreChanged(tx.db, { importId, timeZone: await findTimeZone(tx) });
    await removeAdded(tx.db, importId);
    await finishTakeBack(tx.db, { importId, runNumber, now: tx.clock.now() });
  });
}
