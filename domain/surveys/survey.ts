import { z } from 'zod';
import { sayBoth } from '../../platform/parse-input';
import { type Question, questionKinds } from '../../universal/survey';

export type Audience = 'customer' | 'employee';

/** A version as it was published: it never changes, so an answer can always be read with the questions it was given to. */
export interface SurveyVersion {
  surveyVersionId: string;
  surveyId: string;
  version: number;
  questions: readonly Question[];
}

/** A survey with its newest published version. */
export interface Survey {
  surveyId: string;
  audience: Audience;
  nameEn: string;
  nameZh: string;
  version: number | null;
  surveyVersionId: string | null;
}

const sentence = z.string().trim().min(1).max(500);

const questionInput = z.object({
  key: z
    .string()
    .regex(
      /^[a-z][a-z0-9_]{0,39}$/,
      sayBoth({
        en: 'Use small letters, digits and underscores, starting with a letter.',
        zh: '请使用小写字母、数字和下划线，并以字母开头。',
      }),
    )
    // These names carry the form itself.
    .refine(
      (key) => key !== 'submission_key' && key !== 'lang',
      sayBoth({ en: 'This key is taken by the form itself.', zh: '此键名已被表单占用。' }),
    ),
  kind: z.enum(questionKinds),
  text: z.object({ en: sentence, zh: sentence }),
  isRequired: z.boolean().default(false),
});

const kindsOf: Record<Audience, readonly string[]> = {
  customer: ['nps', 'csat', 'ces', 'comment'],
  employee: ['nps', 'agreement', 'comment'],
};

/** What is needed to publish a version. Customers' scores are stored by kind, so each kind is asked once at most. */
export const surveyInput = z
  .object({
    surveyId: z.uuid().optional(),
    audience: z.enum(['customer', 'employee']),
    nameEn: z.string().trim().min(1).max(120),
    nameZh: z.string().trim().min(1).max(120),
    questions: z.array(questionInput).min(1).max(30),
  })
  .superRefine(({ audience, questions }, ctx) => {
    questions.forEach((question, index) => {
      const earlier = questions.slice(0, index);
      if (earlier.some(({ key }) => key === question.key)) {
        ctx.addIssue({ code: 'custom', path: ['questions', index, 'key'], message: duplicateKey });
      }
      if (!kindsOf[audience].includes(question.kind)) {
        ctx.addIssue({ code: 'custom', path: ['questions', index, 'kind'], message: wrongKind });
      }
      const single = audience === 'customer' || question.kind !== 'agreement';
      if (single && earlier.some(({ kind }) => kind === question.kind)) {
        ctx.addIssue({ code: 'custom', path: ['questions', index, 'kind'], message: repeatedKind });
      }
    });
  });

const duplicateKey = sayBoth({
  en: 'Another question has this key.',
  zh: '其他题目已使用此键名。',
});
const wrongKind = sayBoth({
  en: 'This kind of question is not for this audience.',
  zh: '此题型不适用于该对象。',
});
const repeatedKind = sayBoth({
  en: 'A survey asks this kind of question once.',
  zh: '同一问卷中此题型只能出现一次。',
});
