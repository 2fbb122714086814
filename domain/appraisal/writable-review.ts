import { NotFound } from '../../platform/errors';
import { authorise } from '../access';
import type { Context } from '../context';
import type { Review } from './review';
import { findVisibleReview } from './review-store';

/** The review for its manager to change, locked. NotFound for who may not see it, Forbidden for other readers. */
export async function getWritableReview(ctx: Context, reviewId: string): Promise<Review> {
  return getLocked(ctx, reviewId, 'write');
}

/** The review for its employee to acknowledge, locked. Not shared yet is NotFound. */
export async function getAcknowledgeableReview(ctx: Context, reviewId: string): Promise<Review> {
  return getLocked(ctx, reviewId, 'acknowledge');
}

async function getLocked(
  ctx: Context,
  reviewId: string,
  action: 'write' | 'acknowledge',
): Promise<Review> {
  authorise(ctx.viewer, 'read', 'Review');
  const review = await findVisibleReview(ctx.db, ctx.viewer, reviewId, { lock: true });
  if (!review) throw new NotFound();
  authorise(ctx.viewer, action, 'Review', {
    employeeId: review.employeeId,
    managerEmployeeId: review.managerEmployeeId ?? '',
    isShared: review.sharedAt !== null,
  });
  return review;
}
