import type { Employee } from '../employee';
import { isSamePlacement, type Placement } from '../history-store';
import { assignFrom, type Period } from '../period';
import { isEmployedOn } from '../placement-rules';
import { type PersonField, type PersonRow, reasons } from './person-row';
import type { Text } from '../../../universal/text';

/** A person as the database has them, or, without an employee, does not have them yet. */
export interface PersonState {
  employee: Omit<Employee, 'employeeId' | 'timeZone'> | null;
  placements: readonly Period<Placement>[];
  managers: readonly Period<{ managerNumber: string }>[];
}

/** What must be known of others to judge a row. */
export interface Surroundings {
  today: string;
  departments: ReadonlyMap<string, { departmentId: string; isArchived: boolean }>;
  /** People by number: those who are stored and those whom a good row brings. */
  colleagues: ReadonlyMap<string, { hiredOn: string; leftOn: string | null }>;
  /** Who has a mail address, in lower case. */
  emailOwners: ReadonlyMap<string, { employeeNumber: string; fullName: string }>;
  defaultLocale: 'en' | 'zh';
  /** Who loads the file, where somebody else could do so: nobody moves themselves or becomes a manager by a file of theirs. */
  uploaderNumber?: string | undefined;
}

export interface FieldReason {
  field: PersonField;
  reason: Text;
}

export type RowResult =
  | {
      outcome: 'created' | 'updated' | 'unchanged';
      state: PersonState & { employee: NonNullable<PersonState['employee']> };
    }
  | { outcome: 'rejected'; problems: FieldReason[] };

/** What a row makes of a person: the new state, or what stands against it. The same row again changes nothing. */
export function applyRow(state: PersonState, row: PersonRow, around: Surroundings): RowResult {
  const hiredOn = row.hiredOn ?? state.employee?.hiredOn;
  if (!hiredOn) return rejected([{ field: 'hiredOn', reason: reasons.hiredMissing }]);
  const from = row.from ?? startOf(state, hiredOn, around.today);
  const department = around.departments.get(row.departmentCode);
  const problems = problemsOf(state, row, around, { hiredOn, from });
  if (problems.length > 0 || !department) return rejected(problems);

  const employee = {
    employeeNumber: row.employeeNumber,
    fullName: row.fullName,
    email: row.email ?? state.employee?.email ?? null,
    locale: row.locale ?? state.employee?.locale ?? around.defaultLocale,
    hiredOn,
    leftOn: state.employee?.leftOn ?? null,
  };
  const placement = { departmentId: department.departmentId, positionTitle: row.positionTitle };
  const placements = assignFrom(state.placements, {
    from,
    value: placement,
    isSame: isSamePlacement,
  });
  const managers = row.managerNumber
    ? assignFrom(state.managers, {
        from,
        value: { managerNumber: row.managerNumber },
        isSame: (one, other) => one.managerNumber === other.managerNumber,
      })
    : state.managers;
  const next = { employee, placements, managers };
  const own = ownPlaceProblems(state, next, row, around);
  if (own.length > 0) return rejected(own);
  if (!state.employee) return { outcome: 'created', state: next };
  return { outcome: isEqual(state, next) ? 'unchanged' : 'updated', state: next };
}

/** A row without a day speaks of now, and of the day of hiring for someone new. */
function startOf(state: PersonState, hiredOn: string, today: string): string {
  if (!state.employee || state.placements.length === 0) return hiredOn;
  return today < hiredOn ? hiredOn : today;
}

function problemsOf(
  { employee, placements }: PersonState,
  row: PersonRow,
  around: Surroundings,
  { hiredOn, from }: { hiredOn: string; from: string },
): FieldReason[] {
  const problems: FieldReason[] = [];
  const refuse = (field: PersonField, reason: Text) => problems.push({ field, reason });
  const department = around.departments.get(row.departmentCode);
  if (!department) refuse('departmentCode', reasons.unknownDepartment);
  else if (department.isArchived) refuse('departmentCode', reasons.archivedDepartment);
  if (from < hiredOn) refuse('from', reasons.beforeHiring);
  if (placements[0] && placements[0].from < hiredOn) refuse('hiredOn', reasons.hiredLater);
  if (employee?.leftOn && employee.leftOn <= from) refuse('from', reasons.hasLeft);
  if (row.managerNumber) {
    const manager = around.colleagues.get(row.managerNumber);
    if (!manager) refuse('managerNumber', reasons.unknownManager);
    else if (!isEmployedOn(manager, from)) refuse('managerNumber', reasons.absentManager);
  }
  const owner = row.email ? around.emailOwners.get(row.email.toLowerCase()) : undefined;
  if (owner && owner.employeeNumber !== row.employeeNumber)
    refuse('email', reasons.emailTaken(owner.fullName));
  return problems;
}

function ownPlaceProblems(
  before: PersonState,
  after: PersonState,
  row: PersonRow,
  { uploaderNumber }: Surroundings,
): FieldReason[] {
  if (!uploaderNumber) return [];
  const isSame = (part: 'placements' | 'managers') =>
    JSON.stringify(comparable(before)[part]) === JSON.stringify(comparable(after)[part]);
  const isMoved = row.employeeNumber === uploaderNumber && !isSame('placements');
  const isLed =
    [row.employeeNumber, row.managerNumber].includes(uploaderNumber) && !isSame('managers');
  return [
    ...(isMoved ? [{ field: 'departmentCode', reason: reasons.ownPlace } as const] : []),
    ...(isLed ? [{ field: 'managerNumber', reason: reasons.ownPlace } as const] : []),
  ];
}

function rejected(problems: FieldReason[]): RowResult {
  return { outcome: 'rejected', problems };
}

function isEqual(one: PersonState, other: PersonState): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}

function comparable({ employee, placements, managers }: PersonState) {
  return {
    employee: employee && [
      employee.employeeNumber,
      employee.fullName,
      employee.email,
      employee.locale,
      employee.hiredOn,
    ],
    placements: placements.map(({ from, to, value }) => [
      from,
      to,
      value.departmentId,
      value.positionTitle,
    ]),
    managers: managers.map(({ from, to, value }) => [from, to, value.managerNumber]),
  };
}
