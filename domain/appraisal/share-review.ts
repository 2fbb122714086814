import { Conflict } from '../../platform/errors';
import { textOf } from '../../universal/text';
import type { Context } from '../context';
import { audited } from '../privacy';
import { mailReviewShared } from './appraisal-mail';
import { reviewMessages } from './messages';
import type { Review } from './review';
import { canMove, transitions } from './review-step';
import { findVisibleReview, moveReview } from './review-store';
import { getWritableReview } from './writable-review';

/** Shows the review to the employee, for the first time, and tells them by mail. */
export const shareReview = audited(
  'review.share',
  async (ctx: Context, { reviewId }: { reviewId: string }): Promise<Review> => {
    const review = await getWritableReview(ctx, reviewId);
    if (!canMove('share', review.step, 'manager'))
      throw new Conflict(textOf(reviewMessages, 'notAtThisStep'));
    await moveReview(ctx.db, reviewId, { step: transitions.share.to, sharedAt: ctx.clock.now() });
    await mailReviewShared(ctx, review);
    return (await findVisibleReview(ctx.db, ctx.viewer, reviewId))!;
  },
  (_input, { reviewId }) => ({ subjectType: 'Review', subjectId: reviewId }),
);
