import { anonymousViewer, type Role, type Viewer } from '../access';
import type { Context } from '../context';
import { todayOf } from '../organisation';
import { findViewerFacts } from './viewer-store';

/** Who this account is today: roles granted, roles that follow from employment, the departments and people that come with them. */
export async function loadViewer(
  { db, clock, organisation }: Pick<Context, 'db' | 'clock' | 'organisation'>,
  { userAccountId }: { userAccountId: string },
): Promise<Viewer> {
  const facts = await findViewerFacts(db, userAccountId, todayOf({ clock, organisation }));
  if (!facts) return anonymousViewer;
  const { isEmployed, grantedRoles, ...viewer } = facts;
  const roles: Role[] = [...grantedRoles];
  if (isEmployed) roles.push('employee');
  if (viewer.reportEmployeeIds.length > 0) roles.push('manager');
  return { kind: 'signed-in', ...viewer, roles };
}
