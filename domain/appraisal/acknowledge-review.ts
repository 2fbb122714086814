import { Conflict, InvalidInput } from '../../platform/errors';
import { textOf } from '../../universal/text';
import type { Context } from '../context';
import { audited } from '../privacy';
import { mailReviewAcknowledged } from './appraisal-mail';
import { reviewMessages } from './messages';
import type { Review } from './review';
import { canMove, transitions } from './review-step';
import { findVisibleReview, moveReview } from './review-store';
import { getAcknowledgeableReview } from './writable-review';

const longestNote = 5_000;

/** Records that the employee has seen the review, which does not mean that they agree, with a note if they like. */
export const acknowledgeReview = audited(
  'review.acknowledge',
  async (ctx: Context, { reviewId, note }: { reviewId: string; note: string }): Promise<Review> => {
    const review = await getAcknowledgeableReview(ctx, reviewId);
    if (!canMove('acknowledge', review.step, 'employee'))
      throw new Conflict(textOf(reviewMessages, 'notAtThisStep'));
    if (note.length > longestNote) {
      throw new InvalidInput([
        { path: ['note'], message: textOf(reviewMessages, 'tooLong', { maximum: longestNote }) },
      ]);
    }
    await moveReview(ctx.db, reviewId, {
      step: transitions.acknowledge.to,
      acknowledgedAt: ctx.clock.now(),
      acknowledgementNote: note.trim(),
    });
    await mailReviewAcknowledged(ctx, review);
    return (await findVisibleReview(ctx.db, ctx.viewer, reviewId))!;
  },
  (_input, { reviewId }) => ({ subjectType: 'Review', subjectId: reviewId }),
);
