import { type GoalScale, scoreOfAchievement } from './goal-score';
import type { CompetencyRating, Evidence, Goal } from './review';
import { combineParts, type Combination, scoreOfRating } from './review-score';
import { type SectionKind, sectionsOf, type TemplateVersion } from './template';
import { equalWeights } from './weight';

/** The score of a review and how it came about, part by part. */
export interface ReviewResult {
  overall: Combination<SectionKind>;
  goals: Combination;
  indicators: Combination;
  competencies: Combination;
}

/**
 * The overall score from what is in the review. Nothing counts as zero silently: an indicator with too few answers, a
 * section without goals, an unrated competency leave their weight to the others.
 */
export function resultOf(content: {
  template: TemplateVersion;
  goals: readonly Goal[];
  ratings: readonly CompetencyRating[];
  goalScale: GoalScale;
  evidence: readonly Pick<Evidence, 'indicatorId' | 'score' | 'scoreLow' | 'scoreHigh'>[];
}): ReviewResult {
  const { template } = content;
  const goals = combineParts(
    content.goals.map((goal) => ({
      key: goal.goalId,
      weightBp: goal.weightBp,
      score:
        goal.achievementPercent === null
          ? null
          : scoreOfAchievement(goal.achievementPercent, content.goalScale),
    })),
  );
  const evidenceOf = new Map(content.evidence.map((item) => [item.indicatorId, item]));
  const indicators = combineParts(
    template.indicators.map(({ indicatorId, weightBp }) => {
      const { score, scoreLow, scoreHigh } = evidenceOf.get(indicatorId) ?? {};
      const range =
        typeof scoreLow === 'number' && typeof scoreHigh === 'number'
          ? { low: scoreLow, high: scoreHigh }
          : null;
      return { key: indicatorId, weightBp, score: score ?? null, range };
    }),
  );
  const ratingOf = new Map(content.ratings.map((item) => [item.competencyId, item.rating]));
  const weights = equalWeights(template.competencies.length);
  const competencies = combineParts(
    template.competencies.map(({ competencyId }, index) => {
      const rating = ratingOf.get(competencyId) ?? null;
      return {
        key: competencyId,
        weightBp: weights[index] ?? 0,
        score: rating === null ? null : scoreOfRating(rating),
      };
    }),
  );
  const scoreOf: Record<SectionKind, number | null> = {
    goals: goals.score,
    cx_indicators: indicators.score,
    competencies: competencies.score,
    comments: null,
  };
  const overall = combineParts(
    sectionsOf(template).map(({ kind, weightBp }) => ({
      key: kind,
      weightBp,
      score: scoreOf[kind],
      range: kind === 'cx_indicators' ? indicators.range : null,
    })),
  );
  return { overall, goals, indicators, competencies };
}
