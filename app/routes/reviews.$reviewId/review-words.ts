import type { FormWords } from '../../forms/field-words';
import type { MessagesOf } from '../../locale';
import type { reviewMessages } from '../../locales/reviews';
import type { Review } from './review-form';

/** What the fields of a review are called where two texts of it are compared. */
export function reviewWords(
  t: MessagesOf<typeof reviewMessages>,
  { step, content }: Pick<Review, 'step' | 'content'>,
): FormWords {
  const goals = {
    'goals[].title': t.goalTitle,
    'goals[].measure': t.goalMeasure,
    'goals[].weight': t.goalWeight,
  };
  if (step === 'GOALS') return goals;
  const choices = content.ratingLabels.map((label, point) => ({
    value: String(point + 1),
    label: `${point + 1} ${label}`,
  }));
  const ratings = content.competencies.flatMap(({ label }, index) => [
    [`ratings[${index}].rating`, { label, choices }],
    [`ratings[${index}].remark`, `${label} › ${t.remark}`],
  ]);
  return {
    ...goals,
    'goals[].achievement': t.goalAchievement,
    ...Object.fromEntries(ratings),
    summary: t.summary,
  };
}
