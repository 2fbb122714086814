import type { Db } from '../../platform/db';
import { Conflict, InvalidInput } from '../../platform/errors';
import { getDepartment } from './department-store';
import type { Employee } from './employee';
import { getEmployeeRow } from './employee-store';
import { type Employed, isEmployedOn } from './employment';
import { findEarlierEmployments } from './employment-store';
import { assertNotArchived } from './move-department';
import { findManagersAbove } from './reporting-line-store';

/** Two people cannot, directly or through others, report to each other. */
export class ReportingLineIsRing extends Conflict {
  constructor(fullName: string) {
    super({
      en: `${fullName} reports to this person, directly or through others. Nobody can be above their own manager.`,
      zh: `${fullName}直接或间接向此人汇报，汇报关系不能形成回路。`,
    });
  }
}

/** Where someone is about to work must be there, and in use. */
export async function assertDepartmentTakesPeople(db: Db, departmentId: string): Promise<void> {
  assertNotArchived(await getDepartment(db, departmentId));
}

/** The manager must be there on the day, and must not report to the employee. */
export async function assertMayManage(
  db: Db,
  {
    employeeId,
    managerEmployeeId,
    from,
  }: { employeeId: string | null; managerEmployeeId: string; from: string },
): Promise<void> {
  const manager = await getEmployeeRow(db, managerEmployeeId);
  if (!isEmployedOn(await employedOf(db, manager), from)) {
    throw new InvalidInput([
      {
        path: ['managerEmployeeId'],
        message: {
          en: `${manager.fullName} does not work here on ${from}.`,
          zh: `${manager.fullName}在 ${from} 不在职。`,
        },
      },
    ]);
  }
  if (employeeId === null) return;
  const above = await findManagersAbove(db, managerEmployeeId, from);
  if (managerEmployeeId === employeeId || above.includes(employeeId))
    throw new ReportingLineIsRing(manager.fullName);
}

/** A change can hold only from a day on which the person works here. */
export async function assertEmployedFrom(db: Db, employee: Employee, from: string): Promise<void> {
  if (isEmployedOn(await employedOf(db, employee), from)) return;
  throw new InvalidInput([
    {
      path: ['from'],
      message: {
        en: `${employee.fullName} does not work here on ${from}.`,
        zh: `${employee.fullName}在 ${from} 不在职。`,
      },
    },
  ]);
}

/** When the person works here, earlier employments included. */
export async function employedOf(
  db: Db,
  { employeeId, hiredOn, leftOn }: Pick<Employee, 'employeeId' | 'hiredOn' | 'leftOn'>,
): Promise<Required<Employed>> {
  const earlier = (await findEarlierEmployments(db, [employeeId])).get(employeeId) ?? [];
  return { hiredOn, leftOn, earlier };
}
