import type { Employee } from '../employee';
import { isSamePlacement, type Placement } from '../history-store';
import { assignFrom, type Period } from '../period';
import {
  type Employed,
  type Employment,
  canBeHiredAgain,
  hiredAgain,
  isEmployedOn,
} from '../employment';
import { type PersonField, type PersonRow, reasons } from './person-row';
import type { Text } from '../../../universal/text';

/** A person as the database has them, or, without an employee, does not have them yet. */
export interface PersonState {
  employee: Omit<Employee, 'employeeId' | 'timeZone'> | null;
  placements: readonly Period<Placement>[];
  managers: readonly Period<{ managerNumber: string }>[];
  /** Employments that ended before the person came back. */
  earlier?: readonly Employment[];
}

/** What must be known of others to judge a row. */
export interface Surroundings {
  today: string;
  departments: Pick<ReadonlyMap<string, { departmentId: string; isArchived: boolean }>, 'get'> & {
    similar?: (value: string) => readonly { code: string }[];
  };
  /** People by number: those who are stored and those whom a good row brings. */
  colleagues: ReadonlyMap<string, Employed>;
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
      outcome: 'created' | 'rehired' | 'updated' | 'unchanged';
      state: PersonState & { employee: NonNullable<PersonState['employee']> };
    }
  | { outcome: 'rejected'; problems: FieldReason[] };

/** What a row makes of a person: the new state, or what stands against it. The same row again changes nothing. */
export function applyRow(state: PersonState, row: PersonRow, around: Surroundings): RowResult {
  const isRehired = comesBack(state, row, around.today);
  const again = isRehired ? hiredAgain(employedOf(state), row.hiredOn!) : undefined;
  const hiredOn = again?.hiredOn ?? hiredOnAfter(state, row);
  if (!hiredOn) return rejected([{ field: 'hiredOn', reason: reasons.hiredMissing }]);
  const from =
    row.from ??
    startOf(state, { hiredOn, rehiredOn: isRehired ? row.hiredOn : null, today: around.today });
  const department = around.departments.get(row.departmentCode);
  const problems = problemsOf(state, row, around, { hiredOn, from, isRehired });
  if (problems.length > 0 || !department) return rejected(problems);

  const employee = {
    employeeNumber: row.employeeNumber,
    fullName: row.fullName,
    email: row.email ?? state.employee?.email ?? null,
    locale: row.locale ?? state.employee?.locale ?? around.defaultLocale,
    hiredOn,
    leftOn: again ? null : (state.employee?.leftOn ?? null),
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
  const next = { employee, placements, managers, earlier: again?.earlier ?? state.earlier ?? [] };
  const own = ownPlaceProblems(state, next, row, around);
  if (own.length > 0) return rejected(own);
  if (!state.employee) return { outcome: 'created', state: next };
  if (isRehired) return { outcome: 'rehired', state: next };
  return { outcome: isEqual(state, next) ? 'unchanged' : 'updated', state: next };
}

/** Whether the row says that someone who left was hired again: from a day on which they were not here any more. */
function comesBack({ employee }: PersonState, { hiredOn }: PersonRow, today: string): boolean {
  return employee !== null && hiredOn !== null && canBeHiredAgain(employee, hiredOn, today);
}

const employedOf = ({ employee, earlier = [] }: PersonState): Employed => ({
  hiredOn: employee!.hiredOn,
  leftOn: employee!.leftOn,
  earlier,
});

/** A file that still gives the day of an earlier employment says nothing new. */
function hiredOnAfter({ employee, earlier = [] }: PersonState, row: PersonRow): string | undefined {
  const isOfEarlier = earlier.some(({ leftOn }) => row.hiredOn !== null && row.hiredOn < leftOn);
  return isOfEarlier ? employee?.hiredOn : (row.hiredOn ?? employee?.hiredOn);
}

/** A row without a day speaks of now, and of the day of hiring for someone new or back again. */
function startOf(
  state: PersonState,
  { hiredOn, rehiredOn, today }: { hiredOn: string; rehiredOn: string | null; today: string },
): string {
  if (rehiredOn !== null) return rehiredOn;
  if (!state.employee || state.placements.length === 0) return hiredOn;
  return today < hiredOn ? hiredOn : today;
}

function problemsOf(
  { employee, placements, earlier = [] }: PersonState,
  row: PersonRow,
  around: Surroundings,
  { hiredOn, from, isRehired }: { hiredOn: string; from: string; isRehired: boolean },
): FieldReason[] {
  const problems: FieldReason[] = [];
  const refuse = (field: PersonField, reason: Text) => problems.push({ field, reason });
  const department = around.departments.get(row.departmentCode);
  if (!department) {
    const [similar] = around.departments.similar?.(row.departmentCode) ?? [];
    refuse('departmentCode', reasons.unknownDepartment(similar?.code));
  }
  if (department?.isArchived) refuse('departmentCode', reasons.archivedDepartment);
  if (from < hiredOn) refuse('from', reasons.beforeHiring);
  if (!isRehired) {
    const first = placements.find((placement) =>
      earlier.every(({ leftOn }) => placement.from >= leftOn),
    );
    if (first && first.from < hiredOn) refuse('hiredOn', reasons.hiredLater);
    if (employee?.leftOn && employee.leftOn <= from) refuse('from', reasons.hasLeft);
  }
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
      employee.leftOn,
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
