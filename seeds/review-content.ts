import { DateTime } from 'luxon';
import {
  type CompetencyRating,
  type Goal,
  resultOf,
  type TemplateVersion,
} from '../domain/appraisal';
import {
  ACKNOWLEDGEMENT_NOTES,
  REVIEW_GOALS,
  REVIEW_REMARKS,
  REVIEW_SUMMARIES,
} from './data/review-texts';
import type { DemoEmployee } from './demo-directory';
import { evidenceKey, type EvidenceScores } from './review-evidence';
import type { SeedCell, SeedContext } from './seed-context';
import type { SeedRandom } from './seed-random';

/** Whose review it is and how far it has come. */
export interface ReviewPlan {
  reviewId: string;
  employee: DemoEmployee;
  managerId: string;
  departmentId: string;
  /** `opened`: goals only. `drafted`: begun. From `submitted` on it is complete and scored. */
  stage: 'opened' | 'drafted' | 'submitted' | 'shared' | 'acknowledged';
}

interface WrittenReview {
  plan: ReviewPlan;
  goals: Goal[];
  ratings: CompetencyRating[];
  summary: string;
  overallScore: number | null;
}

/** Writes goals, ratings and words, and moves each review as far as it has come. */
export async function seedReviewContent(
  seed: SeedContext,
  {
    template,
    plans,
    evidence,
    startedAt,
    random,
  }: {
    template: TemplateVersion;
    plans: readonly ReviewPlan[];
    evidence: EvidenceScores;
    startedAt: Date;
    random: SeedRandom;
  },
): Promise<void> {
  const written = plans.map((plan) => writeReview(plan, template, evidence, startedAt, random));
  await seed.copy(
    'review_goal',
    [
      'review_goal_id',
      'review_id',
      'title',
      'measure',
      'weight_bp',
      'achievement_percent',
      'position',
    ],
    written.flatMap(({ plan, goals }) =>
      goals.map((goal, position): SeedCell[] => [
        goal.goalId,
        plan.reviewId,
        goal.title,
        goal.measure,
        goal.weightBp,
        goal.achievementPercent,
        position,
      ]),
    ),
  );
  await seed.copy(
    'review_competency_rating',
    ['review_id', 'template_competency_id', 'rating', 'remark'],
    written.flatMap(({ plan, ratings }) =>
      ratings.map(({ competencyId, rating, remark }): SeedCell[] => [
        plan.reviewId,
        competencyId,
        rating,
        remark,
      ]),
    ),
  );
  for (const review of written) await moveReview(seed, review, startedAt, random);
}

const stepOf = {
  opened: 'manager_review',
  drafted: 'manager_review',
  submitted: 'share',
  shared: 'acknowledge',
  acknowledged: 'closed',
} as const;

async function moveReview(
  seed: SeedContext,
  { plan, summary, overallScore }: WrittenReview,
  startedAt: Date,
  random: SeedRandom,
): Promise<void> {
  const { stage, employee } = plan;
  const after = (hours: number) => DateTime.fromJSDate(startedAt).plus({ hours }).toJSDate();
  const savedAt = after(random.integer(8, 90));
  const isSubmitted = stage !== 'opened' && stage !== 'drafted';
  const isShared = stage === 'shared' || stage === 'acknowledged';
  const isAcknowledged = stage === 'acknowledged';
  await seed.sql`
    update review set step = ${stepOf[stage]}, summary = ${summary}, overall_score = ${overallScore},
      saved_at = ${stage === 'opened' ? null : savedAt},
      submitted_at = ${isSubmitted ? savedAt : null},
      shared_at = ${isShared ? after(random.integer(96, 190)) : null},
      acknowledged_at = ${isAcknowledged ? after(random.integer(200, 270)) : null},
      acknowledgement_note = ${isAcknowledged ? random.pick(ACKNOWLEDGEMENT_NOTES[employee.locale]) : ''}
    where review_id = ${plan.reviewId}`;
}

function writeReview(
  plan: ReviewPlan,
  template: TemplateVersion,
  evidence: EvidenceScores,
  startedAt: Date,
  random: SeedRandom,
): WrittenReview {
  const { locale } = plan.employee;
  const isRated = plan.stage !== 'opened';
  const isComplete = isRated && plan.stage !== 'drafted';
  const level = random.normal(0.7, 0.12);
  const goals = random
    .shuffle(REVIEW_GOALS[locale])
    .slice(0, 2)
    .map(([title, measure], index): Goal => ({
      goalId: random.uuidAt(startedAt),
      title,
      measure,
      weightBp: 5000,
      achievementPercent:
        isComplete || (isRated && index === 0)
          ? Math.min(150, Math.max(30, Math.round(random.normal(level * 135, 14) / 5) * 5))
          : null,
    }));
  const ratings = (
    isComplete ? template.competencies : isRated ? template.competencies.slice(0, 1) : []
  ).map(({ competencyId }): CompetencyRating => ({
    competencyId,
    rating: Math.min(5, Math.max(1, Math.round(random.normal(1.2 + level * 3.4, 0.6)))),
    remark: random.chance(0.5) ? random.pick(REVIEW_REMARKS[locale]) : '',
  }));
  const scored = template.indicators.map(({ indicatorId }) => ({
    indicatorId,
    ...evidence.get(evidenceKey(plan.reviewId, indicatorId))!,
  }));
  const { overall } = resultOf({
    template,
    goals,
    ratings,
    evidence: scored,
    goalScale: 'half_when_reached',
  });
  return {
    plan,
    goals,
    ratings,
    summary: isComplete ? random.pick(REVIEW_SUMMARIES[locale]) : '',
    overallScore: isComplete ? overall.score : null,
  };
}
