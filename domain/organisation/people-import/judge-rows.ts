import type { Db } from '../../../platform/db';
import type { Context } from '../../context';
import { selectDepartmentTree } from '../department-store';
import { findEmployeeNumberOf, hasSecondPerson } from '../second-person-store';
import { canBeHiredAgain, type Employed, hiredAgain } from '../employment';
import { todayOf } from '../today';
import { applyRow, type FieldReason, type PersonState, type Surroundings } from './apply-row';
import { DepartmentNames } from './department-names';
import type { PeopleImport } from './people-import';
import {
  type Judgement,
  type PendingRow,
  findUploader,
  selectFileEmailOwners,
  selectGoodNumbers,
} from './people-import-store';
import {
  type ColumnPlan,
  type PersonField,
  planColumns,
  type PersonRow,
  type RowProblem,
  templateColumns,
} from './person-row';
import { findEmailOwners, findPeopleByNumber } from './person-state-store';

/** What a group of rows comes to. */
export interface Judged {
  judgements: Omit<Judgement, 'isStored'>[];
  /** People as they are after their rows, where these change anything. */
  changed: (PersonState & { employeeId: string | undefined })[];
}

/** Judges rows of whole people, in order, against what is stored now. */
export async function judgeRows(
  ctx: Context,
  found: Pick<PeopleImport, 'peopleImportId' | 'columns' | 'choices'>,
  rows: readonly PendingRow[],
): Promise<Judged> {
  const numbers = [...new Set(rows.map(({ person }) => person.employeeNumber))];
  const stored = await findPeopleByNumber(ctx.db, numbers);
  const around = await surroundingsOf(ctx, found, rows);
  const plan = planColumns(found.columns);
  const states = new Map<string, PersonState>(stored);
  const judged: Judged = { judgements: [], changed: [] };
  const touched = new Set<string>();
  for (const { line, person } of rows) {
    const before = states.get(person.employeeNumber) ?? {
      employee: null,
      placements: [],
      managers: [],
    };
    const result = applyRow(before, person, around);
    if (result.outcome === 'rejected') {
      judged.judgements.push({
        line,
        outcome: 'rejected',
        problems: problemsOf(result.problems, person, plan),
      });
      continue;
    }
    states.set(person.employeeNumber, result.state);
    if (result.outcome !== 'unchanged') touched.add(person.employeeNumber);
    judged.judgements.push({ line, outcome: result.outcome, problems: [] });
  }
  for (const number of touched) {
    const state = states.get(number);
    if (state) judged.changed.push({ ...state, employeeId: stored.get(number)?.employeeId });
  }
  return judged;
}

async function surroundingsOf(
  ctx: Context,
  found: Pick<PeopleImport, 'peopleImportId' | 'choices'>,
  rows: readonly PendingRow[],
): Promise<Surroundings> {
  const { peopleImportId } = found;
  const today = todayOf(ctx);
  const managerNumbers = [...new Set(rows.flatMap(({ person }) => person.managerNumber ?? []))];
  const emails = [...new Set(rows.flatMap(({ person }) => person.email?.toLowerCase() ?? []))];
  const colleagues = new Map<string, Employed>();
  for (const { employeeNumber, hiredOn } of await selectGoodNumbers(
    ctx.db,
    peopleImportId,
    managerNumbers,
  )) {
    if (hiredOn) colleagues.set(employeeNumber, { hiredOn, leftOn: null });
  }
  for (const [number, { employee, earlier }] of await findPeopleByNumber(ctx.db, managerNumbers)) {
    const later = colleagues.get(number);
    const { leftOn } = employee;
    const employed = { hiredOn: employee.hiredOn, leftOn, earlier: earlier ?? [] };
    if (later && canBeHiredAgain(employed, later.hiredOn, today)) {
      // Comes back with this file.
      colleagues.set(number, hiredAgain(employed, later.hiredOn));
      continue;
    }
    const hiredOn = later && later.hiredOn < employee.hiredOn ? later.hiredOn : employee.hiredOn;
    colleagues.set(number, { hiredOn, leftOn, earlier: earlier ?? [] });
  }
  return {
    today,
    departments: await departmentNamesOf(ctx.db, found),
    colleagues,
    emailOwners: await emailOwnersOf(ctx.db, peopleImportId, emails),
    defaultLocale: ctx.organisation.defaultLocale,
    uploaderNumber: await uploaderNumberOf(ctx, peopleImportId),
  };
}

/** Of whoever loads the file, where a second person could do it instead. */
async function uploaderNumberOf(ctx: Context, peopleImportId: string): Promise<string | undefined> {
  const userAccountId = await findUploader(ctx.db, peopleImportId);
  if (!userAccountId) return undefined;
  const isReplaceable = await hasSecondPerson(ctx.db, { userAccountId, today: todayOf(ctx) });
  return isReplaceable ? findEmployeeNumberOf(ctx.db, userAccountId) : undefined;
}

/** What the file calls departments, as far as it is known or a person said so. */
export async function departmentNamesOf(
  db: Db,
  { choices }: Pick<PeopleImport, 'choices'>,
): Promise<DepartmentNames> {
  const departments = await selectDepartmentTree(db, 'all', { withArchived: true });
  return new DepartmentNames(departments, choices.departments);
}

/** Whoever has an address already keeps it; of the file's people the first line that names it. */
async function emailOwnersOf(db: Db, peopleImportId: string, emails: readonly string[]) {
  const owners = [
    ...(await selectFileEmailOwners(db, peopleImportId, emails)),
    ...(await findEmailOwners(db, emails)),
  ];
  return new Map(owners.map(({ email, ...owner }) => [email, owner]));
}

function problemsOf(
  problems: readonly FieldReason[],
  person: PersonRow,
  plan: ColumnPlan,
): RowProblem[] {
  return problems.map(({ field, reason }) => ({
    field: headingOf(plan, field),
    value: String(person[field] ?? ''),
    reason,
  }));
}

/** How the file itself calls a field. */
export function headingOf(plan: ColumnPlan, field: PersonField): string {
  return plan.columns[plan.indexes[field] ?? -1] ?? templateColumns[field];
}
