import { AppError, NotFound } from '../../../platform/errors';
import { isLastFailure, type RunningJob } from '../../../platform/queue';
import { DateTally, findDateOrder, type DateOrder } from '../../../universal/intake/date-format';
import { refusalText } from '../../../universal/intake/file-refusal';
import type { Text } from '../../../universal/text';
import type { Context } from '../../context';
import { asRefusal, FileRefused, openFile, tableRows } from '../../intake';
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
  storeDateOrder,
  storeJudgements,
  tallyRows,
} from './people-import-store';
import type { PeopleImport } from './people-import';
import { type ColumnPlan, planColumns, readPersonRow, reasons } from './person-row';

const rowsAtOnce = 500;
const mostRows = 200_000;
export const peopleAtOnce = 300;

export type ImportJob = Pick<RunningJob, 'signal' | 'progress'> &
  Partial<Pick<RunningJob, 'isLastAttempt'>>;

/** Reads an uploaded file and says of each row what would become of it; nothing of it is stored among the people yet. */
export async function checkPeopleFile(
  ctx: Context,
  { peopleImportId }: { peopleImportId: string },
  job: ImportJob,
): Promise<void> {
  const found = await findPeopleImport(ctx.db, peopleImportId);
  if (found?.state !== 'checking' || !found.fileKey) return;
  // A run that was cut off begins again from nothing.
  await forgetRows(ctx.db, peopleImportId);
  try {
    const dateOrder = await settleDateOrder(ctx, found);
    if (dateOrder === 'asked') {
      await changeState(ctx.db, peopleImportId, { from: ['checking'], to: 'asking' });
      return;
    }
    const plan = planColumns(found.columns);
    await stageRows(ctx, found, { plan, dateOrder }, job);
    await judgeAll(ctx, peopleImportId, job);
    await refuseBrokenLines(ctx, peopleImportId, plan);
  } catch (error) {
    await forgetRows(ctx.db, peopleImportId);
    await failImport(ctx, peopleImportId, { error, job, from: 'checking' });
    return;
  }
  await changeState(ctx.db, peopleImportId, { from: ['checking'], to: 'checked' });
}

/**
 * Ends an import that cannot go on with the reason: at once where the file is at fault, and after the last attempt where
 * anything else is. Any other error is passed on, to be tried again.
 */
export async function failImport(
  ctx: Context,
  peopleImportId: string,
  { error, job, from }: { error: unknown; job: ImportJob; from: 'checking' | 'importing' },
): Promise<void> {
  const refusal = asRefusal(error);
  if (!(refusal instanceof FileRefused) && !isLastFailure(error, job)) throw error;
  const failure =
    refusal instanceof FileRefused
      ? refusalText(refusal.reason, refusal.params)
      : error instanceof AppError
        ? error.text
        : refusalText('interrupted');
  await changeState(ctx.db, peopleImportId, {
    from: [from],
    to: 'failed',
    failure,
    finishedAt: ctx.clock.now(),
  });
  ctx.log.info({ peopleImportId, reason: failure.en }, 'An import of people ended early');
  if (!(refusal instanceof FileRefused)) throw error;
}

function rowsOf(ctx: Context, { fileKey, ...format }: PeopleImport) {
  if (fileKey === null) throw new FileRefused('file-missing');
  return tableRows(openFile(ctx, fileKey)(), format);
}

/** As a person said, else as the dates of the whole file say; where they allow several orders, a person is asked. */
async function settleDateOrder(ctx: Context, found: PeopleImport): Promise<DateOrder | 'asked'> {
  const { peopleImportId, choices } = found;
  if (choices.dateOrder) {
    await storeDateOrder(ctx.db, peopleImportId, { order: choices.dateOrder, candidates: [] });
    return choices.dateOrder;
  }
  const { indexes } = planColumns(found.columns);
  const dates = new DateTally();
  for await (const { values } of rowsOf(ctx, found)) {
    for (const index of [indexes.hiredOn, indexes.from]) {
      const value = index === undefined ? '' : (values[index] ?? '').trim();
      if (value !== '') dates.add(value);
    }
  }
  const finding = findDateOrder(dates.evidence);
  const order = finding.kind === 'found' ? finding.order : null;
  const candidates = finding.kind === 'ask' ? finding.candidates : [];
  await storeDateOrder(ctx.db, peopleImportId, { order, candidates });
  return candidates.length > 0 ? 'asked' : (order ?? 'ymd');
}

async function stageRows(
  ctx: Context,
  found: PeopleImport,
  { plan, dateOrder }: { plan: ColumnPlan; dateOrder: DateOrder },
  job: ImportJob,
): Promise<void> {
  const { peopleImportId } = found;
  let batch: StagedRow[] = [];
  let rows = 0;
  for await (const { line, values: cells } of rowsOf(ctx, found)) {
    if (++rows > mostRows) throw new FileRefused('too-many-rows', { limit: mostRows });
    const read = readPersonRow(cells, plan, dateOrder);
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
}

async function judgeAll(ctx: Context, peopleImportId: string, job: ImportJob): Promise<void> {
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
