import type { Role, SignedInViewer } from '../../domain/access';
import { randomId } from '../../platform/ids';

/** A signed-in person with these roles; say only what the test is about. */
export function aViewer(
  facts: Partial<Omit<SignedInViewer, 'kind' | 'roles'>> & { roles?: readonly Role[] } = {},
): SignedInViewer {
  return {
    kind: 'signed-in',
    userAccountId: randomId(),
    employeeId: null,
    displayName: 'Kim Example',
    roles: [],
    headedDepartmentIds: [],
    ownDepartmentId: null,
    ownDepartmentPath: [],
    reportEmployeeIds: [],
    ...facts,
  };
}
