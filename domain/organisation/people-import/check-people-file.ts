import { NotFound } from '../../../platform/errors';
import type { RunningJob } from '../../../platform/queue';
import type { Text } from '../../../universal/text';
import type { Context } from '../../context';
import { todayOf } from '../today';
import { findRings } from './find-rings';
import { headingOf, judgeRows } from './judge-rows';
import {
  changeState,
  findPeopleImport,
  forgetRows,
  insertRows,
  selectManagersAfter,
  selectOrphans,
  selectPendingRows,
  selectRepeatedRows,
  selectRowsOf,
  type StagedRow,
  storeColumns,
  storeJudgements,
  tallyRows,
} from './people-import-store';
import {
  type ColumnPlan,
  planColumns,
  readPersonRow,
  reasons,
  templateColumns,
} from './person-row';
import { PeopleFileUnreadable, readPeopleFile } from './read-people-file';

const rowsAtOnce = 500;
export const peopleAtOnce = 300;

type Job = Pick<RunningJob, 'signal' | 'progress'>;

/** Reads an uploaded file and says of each row what would become of it; nothing of it is stored among the people yet. */
export async function checkPeopleFile(
  ctx: Context,
  { peopleImportId }: { peopleImportId: string },
  job: Job,
): Promise<void> {
  const found = await findPeopleImport(ctx.db, peopleImportId);
  if (found?.state !== 'checking' || !found.fileKey) return;
  // A run that was cut off begins again from nothing.
  await forgetRows(ctx.db, peopleImportId);
  try {
    const plan = await stageRows(ctx, { peopleImportId, fileKey: found.fileKey }, job);
    await judgeAll(ctx, peopleImportId, job);
    await refuseBrokenLines(ctx, peopleImportId, plan);
  } catch (error) {
    if (!(error instanceof PeopleFileUnreadable)) throw error;
    await forgetRows(ctx.db, peopleImportId);
    const failed = { to: 'failed', failure: error.text, finishedAt: ctx.clock.now() } as const;
    await changeState(ctx.db, peopleImportId, { from: ['checking'], ...failed });
    return;
  }
  await changeState(ctx.db, peopleImportId, { from: ['checking'], to: 'checked' });
}

async function stageRows(
  ctx: Context,
  { peopleImportId, fileKey }: { peopleImportId: string; fileKey: string },
  job: Job,
): Promise<ColumnPlan> {
  let plan: ColumnPlan | undefined;
  let batch: StagedRow[] = [];
  for await (const { line, cells } of readPeopleFile(() => ctx.storage.get(fileKey))) {
    if (!plan) {
      plan = planColumns(cells);
      if (plan.missing.length > 0) throw new PeopleFileUnreadable(missingColumns(plan));
      await storeColumns(ctx.db, peopleImportId, plan.columns);
      continue;
    }
    const read = readPersonRow(cells, plan);
    batch.push(
      'person' in read
        ? { line, cells, person: read.person, problems: [] }
        : { line, cells, person: null, problems: read.problems },
    );
    if (batch.length < rowsAtOnce) continue;
    await insertRows(ctx.db, peopleImportId, batch);
    batch = [];
    job.signal.throwIfAborted();
  }
  await insertRows(ctx.db, peopleImportId, batch);
  if (!plan) throw new PeopleFileUnreadable({ en: 'The file is empty.', zh: '文件为空。' });
  return plan;
}

async function judgeAll(ctx: Context, peopleImportId: string, job: Job): Promise<void> {
  const found = await findPeopleImport(ctx.db, peopleImportId);
  if (!found) throw new NotFound();
  const plan = planColumns(found.columns);
  const repeated = await selectRepeatedRows(ctx.db, peopleImportId);
  await refuse(
    ctx,
    peopleImportId,
    repeated.map(({ line, firstLine, value }) => ({
      line,
      field: headingOf(plan, 'employeeNumber'),
      value,
      reason: reasons.repeated(firstLine),
    })),
  );
  const { rows: total } = await tallyRows(ctx.db, peopleImportId);
  let done = 0;
  let afterNumber = '';
  for (;;) {
    const rows = await selectPendingRows(ctx.db, peopleImportId, {
      afterNumber,
      people: peopleAtOnce,
    });
    const last = rows.at(-1);
    if (!last) return;
    const { judgements } = await judgeRows(ctx, found, rows);
    await storeJudgements(
      ctx.db,
      peopleImportId,
      judgements.map((judgement) => ({ ...judgement, isStored: false })),
    );
    afterNumber = last.person.employeeNumber;
    done += rows.length;
    await job.progress(done, total);
    job.signal.throwIfAborted();
  }
}

/** Refuses rows that would make a ring, and, as often as needed, rows whose manager is refused. */
async function refuseBrokenLines(
  ctx: Context,
  peopleImportId: string,
  plan: ColumnPlan,
): Promise<void> {
  const field = headingOf(plan, 'managerNumber');
  const rings = findRings(await selectManagersAfter(ctx.db, peopleImportId, todayOf(ctx)));
  const inRing = await selectRowsOf(ctx.db, peopleImportId, [...rings]);
  await refuse(
    ctx,
    peopleImportId,
    inRing.map(({ line, managerNumber }) => ({
      line,
      field,
      value: managerNumber,
      reason: reasons.ring,
    })),
  );
  for (;;) {
    const orphans = await selectOrphans(ctx.db, peopleImportId);
    if (orphans.length === 0) return;
    await refuse(
      ctx,
      peopleImportId,
      orphans.map(({ line, managerNumber }) => ({
        line,
        field,
        value: managerNumber,
        reason: reasons.unknownManager,
      })),
    );
  }
}

function refuse(
  ctx: Context,
  peopleImportId: string,
  rows: readonly { line: number; field: string; value: string; reason: Text }[],
): Promise<void> {
  return storeJudgements(
    ctx.db,
    peopleImportId,
    rows.map(({ line, ...problem }) => ({
      line,
      outcome: 'rejected',
      problems: [problem],
      isStored: false,
    })),
  );
}

function missingColumns({ missing, columns }: ColumnPlan): Text {
  const wanted = missing.map((field) => templateColumns[field]).join(', ');
  const found = columns.join(', ');
  return {
    en: `These columns are missing: ${wanted}. The heading of the file has: ${found}.`,
    zh: `缺少以下列：${wanted}。文件的标题行为：${found}。`,
  };
}
