import { type Context, inTransaction } from '../../context';
import { recordAuditEntry } from '../../privacy';
import { lockHistories } from '../history-store';
import { failImport, type ImportJob, peopleAtOnce } from './check-people-file';
import { judgeRows } from './judge-rows';
import type { PeopleImport } from './people-import';
import {
  changeState,
  findPeopleImport,
  forgetFile,
  type PendingRow,
  selectPendingRows,
  storeJudgements,
  tallyRows,
} from './people-import-store';
import { findPeopleByNumber, insertPeople, replacePeople } from './person-state-store';

/**
 * Stores the good rows of a checked file. What was stored before a crash is not stored again: each group of people is
 * written together with the note that it is.
 */
export async function runPeopleImport(
  ctx: Context,
  { peopleImportId }: { peopleImportId: string },
  job: ImportJob,
): Promise<void> {
  const found = await findPeopleImport(ctx.db, peopleImportId);
  if (found?.state !== 'importing') return;
  try {
    await storePeople(ctx, found, job);
  } catch (error) {
    await failImport(ctx, peopleImportId, { error, job, from: 'importing' });
  }
}

async function storePeople(ctx: Context, found: PeopleImport, job: ImportJob): Promise<void> {
  const { peopleImportId } = found;
  // Everybody first, so that a manager further down in the file is there when the lines are drawn.
  await forGroups(ctx, found, (rows) => addNewPeople(ctx, rows), job);
  const { rows: total } = await tallyRows(ctx.db, peopleImportId);
  await forGroups(
    ctx,
    found,
    async (rows) => {
      await inTransaction(ctx, (tx) => storeGroup(tx, found, rows));
      const { stored } = await tallyRows(ctx.db, peopleImportId);
      await job.progress(stored, total);
    },
    job,
  );
  await inTransaction(ctx, async (tx) => {
    const { created, rehired, updated, unchanged, rejected } = await tallyRows(
      tx.db,
      peopleImportId,
    );
    await changeState(tx.db, peopleImportId, {
      from: ['importing'],
      to: 'done',
      finishedAt: tx.clock.now(),
    });
    await forgetFile(tx.db, peopleImportId);
    await recordAuditEntry(tx, {
      action: 'people_import.finish',
      subjectType: 'PeopleImport',
      subjectId: peopleImportId,
      details: { created, rehired, updated, unchanged, rejected },
    });
  });
  if (found.fileKey) await ctx.storage.remove(found.fileKey);
}

async function forGroups(
  ctx: Context,
  { peopleImportId }: PeopleImport,
  work: (rows: PendingRow[]) => Promise<void>,
  { signal }: Pick<ImportJob, 'signal'>,
): Promise<void> {
  let afterNumber = '';
  for (;;) {
    const rows = await selectPendingRows(ctx.db, peopleImportId, {
      afterNumber,
      people: peopleAtOnce,
    });
    const last = rows.at(-1);
    if (!last) return;
    await work(rows);
    afterNumber = last.person.employeeNumber;
    signal.throwIfAborted();
  }
}

async function addNewPeople(ctx: Context, rows: readonly PendingRow[]): Promise<void> {
  const first = new Map([...rows].reverse().map(({ person }) => [person.employeeNumber, person]));
  const stored = await findPeopleByNumber(ctx.db, [...first.keys()]);
  const added = [...first.values()].flatMap((person) =>
    stored.has(person.employeeNumber) || !person.hiredOn
      ? []
      : [
          {
            employeeNumber: person.employeeNumber,
            fullName: person.fullName,
            email: person.email,
            locale: person.locale ?? ctx.organisation.defaultLocale,
            hiredOn: person.hiredOn,
            leftOn: null,
          },
        ],
  );
  await insertPeople(ctx.db, added);
}

async function storeGroup(
  ctx: Context,
  found: PeopleImport,
  rows: readonly PendingRow[],
): Promise<void> {
  await lockHistories(ctx.db);
  const { judgements, changed } = await judgeRows(ctx, found, rows);
  await replacePeople(
    ctx.db,
    changed.flatMap(({ employeeId, employee, ...history }) =>
      employeeId && employee ? [{ employeeId, employee, ...history }] : [],
    ),
  );
  await storeJudgements(
    ctx.db,
    found.peopleImportId,
    judgements.map((judgement) => ({ ...judgement, isStored: judgement.outcome !== 'rejected' })),
  );
}
