/** Roles that are granted, and two that follow from the facts: who is employed, and who has reports today. */
export const roles = [
  'executive',
  'department_head',
  'manager',
  'employee',
  'hr',
  'analyst',
  'case_owner',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export interface AnonymousViewer {
  kind: 'anonymous';
}

/** The product itself: jobs, start-up, seeds. Never made from a request. */
export interface SystemViewer {
  kind: 'system';
}

/** Everything an authorisation rule may ask about a person, read once per request. */
export interface SignedInViewer {
  kind: 'signed-in';
  userAccountId: string;
  employeeId: string | null;
  displayName: string;
  roles: readonly Role[];
  /** Departments headed by grant, each with everything below it. */
  headedDepartmentIds: readonly string[];
  /** Where the person works today. */
  ownDepartmentId: string | null;
  /** The own department and all above it. */
  ownDepartmentPath: readonly string[];
  /** Direct reports today. */
  reportEmployeeIds: readonly string[];
}

export type Viewer = AnonymousViewer | SystemViewer | SignedInViewer;

export const anonymousViewer: AnonymousViewer = { kind: 'anonymous' };
export const systemViewer: SystemViewer = { kind: 'system' };
