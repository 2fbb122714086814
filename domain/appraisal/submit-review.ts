import { Conflict, type FieldError, InvalidInput } from '../../platform/errors';
import { textOf } from '../../universal/text';
import type { Context } from '../context';
import { audited } from '../privacy';
import { loadReviewContent, type ReviewContent } from './get-review';
import { reviewMessages as messages } from './messages';
import type { Review } from './review';
import { canMove, transitions } from './review-step';
import { findVisibleReview, moveReview } from './review-store';
import { getWritableReview } from './writable-review';

/** Ends the writing and fixes the score. Every goal needs an achievement and every competency a rating. */
export const submitReview = audited(
  'review.submit',
  async (ctx: Context, { reviewId }: { reviewId: string }): Promise<Review> => {
    const review = await getWritableReview(ctx, reviewId);
    if (!canMove('submit', review.step, 'manager'))
      throw new Conflict(textOf(messages, 'notAtThisStep'));
    const content = await loadReviewContent(ctx, review);
    const fields = whatIsMissing(content);
    if (fields.length > 0) throw new InvalidInput(fields);
    const { score } = content.result.overall;
    if (score === null) throw new Conflict(textOf(messages, 'nothingCounts'));
    await moveReview(ctx.db, reviewId, {
      step: transitions.submit.to,
      overallScore: score,
      submittedAt: ctx.clock.now(),
    });
    return (await findVisibleReview(ctx.db, ctx.viewer, reviewId))!;
  },
  (_input, { reviewId }) => ({ subjectType: 'Review', subjectId: reviewId }),
);

/** Takes a submission back before it is shared, to write on. */
export const withdrawReview = audited(
  'review.withdraw',
  async (ctx: Context, { reviewId }: { reviewId: string }): Promise<Review> => {
    const review = await getWritableReview(ctx, reviewId);
    if (!canMove('withdraw', review.step, 'manager'))
      throw new Conflict(textOf(messages, 'notAtThisStep'));
    await moveReview(ctx.db, reviewId, {
      step: transitions.withdraw.to,
      overallScore: null,
      submittedAt: null,
    });
    return (await findVisibleReview(ctx.db, ctx.viewer, reviewId))!;
  },
  (_input, { reviewId }) => ({ subjectType: 'Review', subjectId: reviewId }),
);

function whatIsMissing({ template, goals, ratings }: ReviewContent): FieldError[] {
  const missing = goals.flatMap((goal, index): FieldError[] =>
    goal.achievementPercent === null
      ? [{ path: ['goals', index, 'achievement'], message: textOf(messages, 'achievementMissing') }]
      : [],
  );
  const rated = new Set(
    ratings.filter(({ rating }) => rating !== null).map(({ competencyId }) => competencyId),
  );
  return [
    ...missing,
    ...template.competencies.flatMap(({ competencyId }, index): FieldError[] =>
      rated.has(competencyId)
        ? []
        : [{ path: ['ratings', index, 'rating'], message: textOf(messages, 'ratingMissing') }],
    ),
  ];
}
