import { NotFound } from '../../../platform/errors';
import { accessibleIds, authorise } from '../../access';
import type { Context } from '../../context';
import type { FeedbackEntry, FeedbackHold, FeedbackPlace } from './held-feedback';
import { findFeedback, selectHeld, selectHolds } from './hold-store';

/** One feedback, also while it is held. For those who may hold and release it. */
export async function getFeedback(ctx: Context, place: FeedbackPlace): Promise<FeedbackEntry> {
  authorise(ctx.viewer, 'hold', 'Feedback');
  const found = await findFeedback(ctx.db, place);
  if (!found) throw new NotFound();
  authorise(ctx.viewer, 'hold', 'Feedback', { departmentId: found.departmentId });
  return found;
}

/** When and why it was held and released, the latest first. */
export async function listHolds(
  ctx: Context,
  { feedbackId }: { feedbackId: string },
): Promise<FeedbackHold[]> {
  authorise(ctx.viewer, 'hold', 'Feedback');
  return selectHolds(ctx.db, feedbackId);
}

/** Feedback that is held now, the latest first. */
export async function listHeldFeedback(
  ctx: Context,
  page: { after?: FeedbackPlace | undefined; limit: number },
): Promise<FeedbackEntry[]> {
  authorise(ctx.viewer, 'hold', 'Feedback');
  return selectHeld(ctx.db, {
    departmentIds: accessibleIds(ctx.viewer, 'hold', 'Feedback', 'departmentId'),
    after: page.after,
    limit: page.limit,
  });
}
