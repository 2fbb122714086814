import type { SecurityContext } from '../../platform/semantic';
import { accessibleIds } from './accessible';
import type { Viewer } from './viewer';

/** The viewer's rules as Cube's access policies read them: no role, no rows. */
export function securityContextOf(viewer: Viewer, organisationId: string): SecurityContext {
  return {
    organisationId,
    roles:
      viewer.kind === 'signed-in' ? [...viewer.roles] : viewer.kind === 'system' ? ['system'] : [],
    departmentIds: mutable(accessibleIds(viewer, 'read', 'Scorecard', 'departmentId')),
    pulseDepartmentIds: mutable(accessibleIds(viewer, 'read', 'PulseRelease', 'departmentId')),
  };
}

function mutable(ids: 'all' | readonly string[]): 'all' | string[] {
  return ids === 'all' ? 'all' : [...ids];
}
