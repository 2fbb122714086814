import { z } from 'zod';

import { messagesOf, type Locale } from '../../../universal/text';
import type { ResultOf } from '../../graphql';
import { reviewMessages } from '../../locales/reviews';
import type { getReview } from './review.document';

export type Review = ResultOf<typeof getReview>['review'];
export type ReviewContent = Review['content'];

/** What the manager's form sends, as numbers and lists; what they must be is decided by the domain. */
export function reviewFormSchema(locale: Locale) {
  const t = messagesOf(reviewMessages, locale);
  const number = z.number({ error: t.enterNumber }).optional();
  const words = z.string().default('');
  return z.object({
    revision: z.number({ error: t.chooseText }),
    summary: words,
    goals: z
      .array(
        z.object({
          goalId: z.string().optional(),
          title: words,
          measure: words,
          weight: number,
          achievement: number,
        }),
      )
      .default([]),
    ratings: z
      .array(z.object({ competencyId: z.string(), rating: z.int().optional(), remark: words }))
      .default([]),
  });
}

export type ReviewForm = z.infer<ReturnType<typeof reviewFormSchema>>;

const text = (value: number | null): string => (value === null ? '' : String(value));

/** What the form shows of what is stored. Equal weights stay empty, so that a further goal shares them again. */
export function formOf({ summary, content }: Review) {
  return {
    summary,
    goals: content.goals.map((goal) => ({
      goalId: goal.goalId,
      title: goal.title,
      measure: goal.measure,
      weight: content.areGoalsEqual ? '' : text(goal.weight),
      achievement: text(goal.achievement),
    })),
    ratings: content.competencies.map(({ competencyId, rating, remark }) => ({
      competencyId,
      rating: text(rating),
      remark,
    })),
  };
}
