import { NotFound } from '../../../platform/errors';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { csv, repairReport } from '../../intake';
import type { PeopleImport, PeopleImportTally, RejectedRow } from './people-import';
import {
  findPeopleImport,
  selectNewestImports,
  selectRejectedRows,
  tallyRows,
} from './people-import-store';
import { personFields, planColumns, templateColumns } from './person-row';

const rowsAtOnce = 500;

/** An import with how far it is. */
export async function getPeopleImport(
  ctx: Context,
  { peopleImportId }: { peopleImportId: string },
): Promise<PeopleImport> {
  authorise(ctx.viewer, 'create', 'Employee');
  const found = await findPeopleImport(ctx.db, peopleImportId);
  if (!found) throw new NotFound();
  return found;
}

/** What becomes, or has become, of the rows. */
export function tallyPeopleImport(
  ctx: Context,
  { peopleImportId }: { peopleImportId: string },
): Promise<PeopleImportTally> {
  authorise(ctx.viewer, 'create', 'Employee');
  return tallyRows(ctx.db, peopleImportId);
}

/** The newest imports. */
export function listPeopleImports(
  ctx: Context,
  { limit }: { limit: number },
): Promise<PeopleImport[]> {
  authorise(ctx.viewer, 'create', 'Employee');
  return selectNewestImports(ctx.db, limit);
}

/** Refused rows in the order of the file. */
export function listRejectedRows(
  ctx: Context,
  {
    peopleImportId,
    afterLine,
    limit,
  }: { peopleImportId: string; afterLine: number; limit: number },
): Promise<RejectedRow[]> {
  authorise(ctx.viewer, 'create', 'Employee');
  return selectRejectedRows(ctx.db, peopleImportId, { afterLine, limit });
}

/** Columns of the file that say nothing we know. */
export function ignoredColumns({ columns }: PeopleImport): readonly string[] {
  return planColumns(columns).ignored;
}

/** The refused rows as a file to repair and upload again. */
export async function* rejectedPeopleReport(
  ctx: Context,
  { peopleImportId }: { peopleImportId: string },
): AsyncGenerator<string> {
  const { columns } = await getPeopleImport(ctx, { peopleImportId });
  async function* pages() {
    let afterLine = 0;
    for (;;) {
      const rows = await listRejectedRows(ctx, { peopleImportId, afterLine, limit: rowsAtOnce });
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ problems, ...row }) => ({
        ...row,
        problems: problems.map(({ reason, ...problem }) => ({
          ...problem,
          reason: reason[ctx.locale],
        })),
      }));
      afterLine = last.line;
    }
  }
  yield* repairReport(columns, pages());
}

/** A file to start from: the headings and one example. */
export function peopleTemplate(): string {
  const example: Record<(typeof personFields)[number], string> = {
    employeeNumber: '1001',
    fullName: 'Kim Example',
    email: 'kim@example.org',
    locale: 'en',
    departmentCode: 'SALES',
    positionTitle: 'Adviser',
    managerNumber: '1000',
    hiredOn: '2024-01-08',
    from: '2024-01-08',
  };
  return `\ufeff${csv([personFields.map((field) => templateColumns[field]), personFields.map((field) => example[field])])}`;
}
