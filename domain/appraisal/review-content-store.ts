import type { Db } from '../../platform/db';
import { newId } from '../../platform/ids';
import type { CompetencyRating, Goal } from './review';

export async function selectGoals(db: Db, reviewId: string): Promise<Goal[]> {
  return db
    .selectFrom('review_goal')
    .select([
      'review_goal_id as goalId',
      'title',
      'measure',
      'weight_bp as weightBp',
      'achievement_percent as achievementPercent',
    ])
    .where('review_id', '=', reviewId)
    .orderBy('position')
    .execute();
}

export async function selectRatings(db: Db, reviewId: string): Promise<CompetencyRating[]> {
  return db
    .selectFrom('review_competency_rating')
    .select(['template_competency_id as competencyId', 'rating', 'remark'])
    .where('review_id', '=', reviewId)
    .execute();
}

/** Replaces what the manager wrote. A goal that is kept keeps its id. */
export async function replaceReviewContent(
  db: Db,
  values: {
    reviewId: string;
    summary: string;
    goals: readonly (Omit<Goal, 'goalId'> & { goalId: string | null })[];
    ratings: readonly CompetencyRating[];
    at: Date;
  },
): Promise<void> {
  const { reviewId } = values;
  const known = new Set((await selectGoals(db, reviewId)).map((goal) => goal.goalId));
  await db.deleteFrom('review_goal').where('review_id', '=', reviewId).execute();
  await db.deleteFrom('review_competency_rating').where('review_id', '=', reviewId).execute();
  if (values.goals.length > 0) {
    await db
      .insertInto('review_goal')
      .values(
        values.goals.map((goal, position) => ({
          review_goal_id: goal.goalId && known.delete(goal.goalId) ? goal.goalId : newId(),
          review_id: reviewId,
          title: goal.title,
          measure: goal.measure,
          weight_bp: goal.weightBp,
          achievement_percent: goal.achievementPercent,
          position,
        })),
      )
      .execute();
  }
  if (values.ratings.length > 0) {
    await db
      .insertInto('review_competency_rating')
      .values(
        values.ratings.map((rating) => ({
          review_id: reviewId,
          template_competency_id: rating.competencyId,
          rating: rating.rating,
          remark: rating.remark,
        })),
      )
      .execute();
  }
  await db
    .updateTable('review')
    .set((eb) => ({
      summary: values.summary,
      saved_at: values.at,
      revision: eb('revision', '+', 1),
    }))
    .where('review_id', '=', reviewId)
    .execute();
}
