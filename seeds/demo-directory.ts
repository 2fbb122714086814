/** A department of the demo organisation. */
export interface DemoDepartment {
  id: string;
  code: string;
  nameEn: string;
  nameZh: string;
  parentCode: string | null;
  /** 0 for the organisation, 1 for a division, 2 for a department of a division. */
  level: 0 | 1 | 2;
  headEmployeeId: string;
  /** Its customers answer surveys about it. */
  facesCustomers: boolean;
}

/** From that day on the employee worked there; to the day before the next, or still (null). */
export interface DemoMembership {
  departmentCode: string;
  from: string;
  to: string | null;
}

export interface DemoReportingLine {
  managerId: string;
  from: string;
  to: string | null;
}

/** An employee of the demo organisation; days are written YYYY-MM-DD, `to` days are excluded. */
export interface DemoEmployee {
  id: string;
  number: string;
  name: string;
  locale: 'en' | 'zh';
  mail: string;
  position: string;
  hiredOn: string;
  leftOn: string | null;
  /** Oldest first; the last one holds today. */
  memberships: readonly DemoMembership[];
  reportingLines: readonly DemoReportingLine[];
}

/** The people whom the demo accounts stand for. */
export interface DemoCast {
  executive: DemoEmployee;
  headOfStores: DemoEmployee;
  headOfService: DemoEmployee;
  /** Leads a team of at least six in a store. */
  manager: DemoEmployee;
  /** Both report to the manager. */
  employee: DemoEmployee;
  employee2: DemoEmployee;
  hr: DemoEmployee;
  analyst: DemoEmployee;
  caseOwner: DemoEmployee;
  administrator: DemoEmployee;
}

/** A touchpoint at which the demo organisation asks its customers. */
export interface DemoTouchpoint {
  id: string;
  code: string;
  ownerDepartmentId: string;
  /** Where customers are served at it; a store visit happens in every store. */
  departmentIds: readonly string[];
}

/** What the organisation seed has made, for the seeds that build on it. */
export interface DemoDirectory {
  organisationId: string;
  timeZone: string;
  departments: readonly DemoDepartment[];
  employees: readonly DemoEmployee[];
  touchpoints: readonly DemoTouchpoint[];
  cast: DemoCast;
}

/** The department of that code. */
export function departmentByCode(directory: DemoDirectory, code: string): DemoDepartment {
  const department = directory.departments.find((candidate) => candidate.code === code);
  if (!department) throw new Error(`The demo organisation has no department ${code}.`);
  return department;
}

/** The code of the department in which the employee worked on that day, if any. */
export function departmentCodeOn(employee: DemoEmployee, day: string): string | undefined {
  return employee.memberships.find(({ from, to }) => from <= day && (to === null || day < to))
    ?.departmentCode;
}

/** The manager to whom the employee reported on that day, if any. */
export function managerIdOn(employee: DemoEmployee, day: string): string | undefined {
  return employee.reportingLines.find(({ from, to }) => from <= day && (to === null || day < to))
    ?.managerId;
}

/** Employees who are with the organisation on that day. */
export function employeesOn(directory: DemoDirectory, day: string): DemoEmployee[] {
  return directory.employees.filter(
    ({ hiredOn, leftOn }) => hiredOn <= day && (leftOn === null || day < leftOn),
  );
}
