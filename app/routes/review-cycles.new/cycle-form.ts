import { z } from 'zod';

import { messagesOf, type Locale } from '../../../universal/text';
import { reviewCycleMessages } from '../../locales/review-cycles';
import { reviewMessages } from '../../locales/reviews';

export const dueSteps = ['goals', 'managerReview', 'share', 'acknowledge'] as const;

/** What launches a cycle. Whether the days are in order is decided by the domain. */
export function cycleFormSchema(locale: Locale) {
  const t = messagesOf(reviewCycleMessages, locale);
  const words = messagesOf(reviewMessages, locale);
  const day = z.iso.date({ error: words.enterDay });
  return z.object({
    nameEn: z.string().default(''),
    nameZh: z.string().default(''),
    templateId: z.string({ error: t.chooseTemplate }),
    departmentId: z.string({ error: t.chooseDepartment }),
    dueOn: z.object({ goals: day, managerReview: day, share: day, acknowledge: day }),
  });
}

export type CycleForm = z.infer<ReturnType<typeof cycleFormSchema>>;

const dayMs = 86_400_000;

/** Two weeks for the goals, two for writing, one each for sharing and reading. */
export function defaultDays(today: string): CycleForm['dueOn'] {
  const after = (days: number): string =>
    new Date(Date.parse(today) + days * dayMs).toISOString().slice(0, 10);
  return { goals: after(14), managerReview: after(28), share: after(35), acknowledge: after(42) };
}
