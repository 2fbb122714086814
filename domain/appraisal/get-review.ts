import { NotFound } from '../../platform/errors';
import { authorise, isAllowed } from '../access';
import type { Context } from '../context';
import { selectEvidence } from './evidence-store';
import type { GoalScale } from './goal-score';
import type { CompetencyRating, Evidence, Goal, Review } from './review';
import { selectGoals, selectRatings } from './review-content-store';
import { resultOf, type ReviewResult } from './review-result';
import { findVisibleReview, selectReviewsById } from './review-store';
import type { TemplateVersion } from './template';
import { findTemplateVersion } from './template-store';

/** What a review holds, with the score that follows from it. */
export interface ReviewContent {
  template: TemplateVersion;
  goals: Goal[];
  ratings: CompetencyRating[];
  evidence: Evidence[];
  goalScale: GoalScale;
  result: ReviewResult;
}

/** The review, or NotFound where the viewer may not see it. */
export async function getReview(ctx: Context, { reviewId }: { reviewId: string }): Promise<Review> {
  authorise(ctx.viewer, 'read', 'Review');
  const review = await findVisibleReview(ctx.db, ctx.viewer, reviewId);
  if (!review) throw new NotFound();
  return review;
}

/** One entry per id, in that order; null where there is none or the viewer may not see it. */
export async function listReviewsById(
  ctx: Context,
  { reviewIds }: { reviewIds: readonly string[] },
): Promise<(Review | null)[]> {
  if (!isAllowed(ctx.viewer, 'read', 'Review')) return reviewIds.map(() => null);
  const found = new Map(
    (await selectReviewsById(ctx.db, ctx.viewer, reviewIds)).map((review) => [
      review.reviewId,
      review,
    ]),
  );
  return reviewIds.map((id) => found.get(id) ?? null);
}

/** Everything in a review that the viewer may see. */
export async function getReviewContent(
  ctx: Context,
  { reviewId }: { reviewId: string },
): Promise<ReviewContent> {
  return loadReviewContent(ctx, await getReview(ctx, { reviewId }));
}

/** For a review that was found for this viewer already. */
export async function loadReviewContent(ctx: Context, review: Review): Promise<ReviewContent> {
  const template = (await findTemplateVersion(ctx.db, review.templateVersionId))!;
  const goals = await selectGoals(ctx.db, review.reviewId);
  const ratings = await selectRatings(ctx.db, review.reviewId);
  const evidence = await selectEvidence(ctx.db, review.reviewId);
  return {
    template,
    goals,
    ratings,
    evidence,
    goalScale: review.goalScale,
    result: resultOf({ template, goals, ratings, evidence, goalScale: review.goalScale }),
  };
}
