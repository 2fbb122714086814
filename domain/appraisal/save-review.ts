import { Conflict, type FieldError, InvalidInput } from '../../platform/errors';
import { ChangedMeanwhile } from '../../platform/revision';
import { textOf } from '../../universal/text';
import type { Context } from '../context';
import { audited } from '../privacy';
import { type GoalScale, highestAchievement } from './goal-score';
import { reviewMessages as messages } from './messages';
import type { Review } from './review';
import { replaceReviewContent } from './review-content-store';
import { canWrite } from './review-step';
import { findVisibleReview } from './review-store';
import { findTemplateVersion } from './template-store';
import { highestRating, lowestRating, type TemplateVersion } from './template';
import { equalWeights, TOTAL_WEIGHT, totalOf } from './weight';
import { getWritableReview } from './writable-review';

export interface GoalInput {
  goalId: string | null;
  title: string;
  measure: string;
  /** Null in every goal: all weigh the same. */
  weightBp: number | null;
  achievementPercent: number | null;
}

export interface RatingInput {
  competencyId: string;
  rating: number | null;
  remark: string;
}

export interface SaveReviewInput {
  reviewId: string;
  /** The revision that the editor was opened with. */
  revision: number;
  summary: string;
  goals: readonly GoalInput[];
  ratings: readonly RatingInput[];
}

const longestLine = 300;
const longestText = 5_000;

/** Saves what the manager has written so far. Unfinished is fine; impossible values are refused, all at once. */
export const saveReview = audited(
  'review.save',
  async (ctx: Context, input: SaveReviewInput): Promise<Review> => {
    const review = await getWritableReview(ctx, input.reviewId);
    if (!canWrite(review.step)) throw new Conflict(textOf(messages, 'notAtThisStep'));
    if (review.revision !== input.revision) throw new ChangedMeanwhile();
    const template = (await findTemplateVersion(ctx.db, review.templateVersionId))!;
    const fields = problemsOfReview(input, template, review.goalScale);
    if (fields.length > 0) throw new InvalidInput(fields);
    await replaceReviewContent(ctx.db, {
      reviewId: review.reviewId,
      summary: input.summary.trim(),
      goals: withWeights(input.goals),
      ratings: input.ratings.map((item) => ({ ...item, remark: item.remark.trim() })),
      at: ctx.clock.now(),
    });
    return (await findVisibleReview(ctx.db, ctx.viewer, review.reviewId))!;
  },
  (_input, { reviewId, revision }) => ({
    subjectType: 'Review',
    subjectId: reviewId,
    details: { revision },
  }),
);

function withWeights(goals: readonly GoalInput[]) {
  const equal = equalWeights(goals.length);
  return goals.map((goal, index) => ({
    ...goal,
    title: goal.title.trim(),
    measure: goal.measure.trim(),
    weightBp: goal.weightBp ?? equal[index] ?? 0,
  }));
}

/** Everything in a manager's input that cannot be stored, by the field of the mutation's input. */
export function problemsOfReview(
  input: Pick<SaveReviewInput, 'summary' | 'goals' | 'ratings'>,
  template: Pick<TemplateVersion, 'competencies'>,
  goalScale: GoalScale,
): FieldError[] {
  const problems: FieldError[] = [];
  const problem = (path: (string | number)[], message: FieldError['message']): void => {
    problems.push({ path, message });
  };
  const length = (path: (string | number)[], words: string, maximum: number): void => {
    if (words.length > maximum) problem(path, textOf(messages, 'tooLong', { maximum }));
  };
  length(['summary'], input.summary, longestText);
  input.goals.forEach((goal, index) => {
    const at = (field: string) => ['goals', index, field];
    if (!goal.title.trim()) problem(at('title'), textOf(messages, 'titleMissing'));
    length(at('title'), goal.title, longestLine);
    length(at('measure'), goal.measure, longestText);
    const reached = goal.achievementPercent;
    const highest = highestAchievement(goalScale);
    if (reached !== null && !(reached >= 0 && reached <= highest)) {
      problem(at('achievement'), textOf(messages, 'achievementOutOfRange', { highest }));
    }
  });
  const weights = input.goals.map((goal) => goal.weightBp);
  const total = totalOf(weights.map((weight) => weight ?? 0));
  const isSound = weights.every(
    (weight) => weight !== null && Number.isInteger(weight) && weight >= 0,
  );
  if (weights.some((weight) => weight !== null) && (!isSound || total !== TOTAL_WEIGHT)) {
    problem(['goalWeights'], textOf(messages, 'goalWeightsTotal', { percent: total / 100 }));
  }
  const known = new Set(template.competencies.map(({ competencyId }) => competencyId));
  input.ratings.forEach(({ competencyId, rating, remark }, index) => {
    if (!known.delete(competencyId))
      problem(['ratings', index], textOf(messages, 'competencyUnknown'));
    if (
      rating !== null &&
      !(Number.isInteger(rating) && rating >= lowestRating && rating <= highestRating)
    ) {
      problem(['ratings', index, 'rating'], textOf(messages, 'ratingOutOfRange'));
    }
    length(['ratings', index, 'remark'], remark, longestText);
  });
  return problems;
}
