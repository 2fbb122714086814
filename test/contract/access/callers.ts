import {
  anonymousViewer,
  type Role,
  roles,
  type SignedInViewer,
  type Viewer,
} from '../../../domain/access';
import type { DemoFacts } from './demo-facts';

export type Caller = 'anonymous' | Role;
export const callers: readonly Caller[] = ['anonymous', ...roles];

/** Somebody with exactly one role, so that the table says what the role itself allows. */
export function viewerOfCaller(caller: Caller, facts: DemoFacts): Viewer {
  if (caller === 'anonymous') return anonymousViewer;
  const viewer: SignedInViewer = {
    kind: 'signed-in',
    userAccountId: facts.userAccountOf[caller],
    employeeId: null,
    displayName: 'Somebody',
    // Who has reports is an employee as well; every other role can stand alone.
    roles: caller === 'manager' ? ['employee', 'manager'] : [caller],
    headedDepartmentIds: [],
    ownDepartmentId: null,
    ownDepartmentPath: [],
    reportEmployeeIds: [],
  };
  return { ...viewer, ...reachOf(caller, facts) };
}

function reachOf(caller: Caller, facts: DemoFacts): Partial<SignedInViewer> {
  const place = {
    ownDepartmentId: facts.teamDepartmentId,
    ownDepartmentPath: [facts.teamDepartmentId, facts.storesId, facts.rootId],
  };
  switch (caller) {
    case 'employee':
      return { ...place, employeeId: facts.employeeId };
    case 'manager':
      return {
        ...place,
        employeeId: facts.managerEmployeeId,
        reportEmployeeIds: [facts.employeeId],
      };
    case 'department_head':
      return { headedDepartmentIds: [facts.storesId, facts.teamDepartmentId] };
    case 'case_owner':
      return place;
    default:
      return {};
  }
}
