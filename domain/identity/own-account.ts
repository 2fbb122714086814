import { NotFound } from '../../platform/errors';
import { authorise, type Action, type SignedInViewer } from '../access';
import type { Context } from '../context';

/** The signed-in person, who may do this with the own account. Anybody else finds nothing. */
export function authoriseOwnAccount(ctx: Context, action: Action): SignedInViewer {
  const { viewer } = ctx;
  if (viewer.kind !== 'signed-in') throw new NotFound();
  authorise(viewer, action, 'UserAccount', { userAccountId: viewer.userAccountId });
  return viewer;
}
