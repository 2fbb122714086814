import type { Role, SignedInViewer } from '../../domain/access';

/** A signed-in person with one role; what the role reaches is given by the test. */
export function viewerOf(role: Role, reach: Partial<SignedInViewer> = {}): SignedInViewer {
  return {
    kind: 'signed-in',
    userAccountId: '01a1f000-0000-7000-8000-0000000000aa',
    employeeId: null,
    displayName: 'Somebody',
    roles: [role],
    headedDepartmentIds: [],
    ownDepartmentId: null,
    ownDepartmentPath: [],
    reportEmployeeIds: [],
    ...reach,
  };
}
