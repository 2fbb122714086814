import { publishSurvey, type SurveyVersion } from '../../domain/surveys';
import { questionKinds } from '../../universal/survey';
import { builder } from '../builder';
import { asId } from '../scalars';
import { AudienceEnum } from './survey';

const QuestionKindEnum = builder.enumType('QuestionKind', {
  description:
    'NPS 0–10, CSAT 1–5, CES 1–7, AGREEMENT 1–5, or a COMMENT. Higher is better on every scale.',
  values: Object.fromEntries(questionKinds.map((kind) => [kind.toUpperCase(), { value: kind }])),
});

const SurveyVersionObject = builder.objectRef<SurveyVersion>('SurveyVersion').implement({
  description: 'A version as it was published; it never changes.',
  fields: (t) => ({
    surveyVersionId: t.exposeID('surveyVersionId'),
    surveyId: t.exposeID('surveyId'),
    version: t.exposeInt('version'),
  }),
});

const QuestionInput = builder.inputType('QuestionInput', {
  fields: (t) => ({
    key: t.string(),
    kind: t.field({ type: QuestionKindEnum }),
    textEn: t.string(),
    textZh: t.string(),
    isRequired: t.boolean({ required: false, defaultValue: false }),
  }),
});

const PublishSurveyInput = builder.inputType('PublishSurveyInput', {
  fields: (t) => ({
    surveyId: t.id({ required: false, description: 'Without it a new survey is made.' }),
    audience: t.field({ type: AudienceEnum }),
    nameEn: t.string(),
    nameZh: t.string(),
    questions: t.field({ type: [QuestionInput] }),
  }),
});

builder.mutationField('publishSurvey', (t) =>
  t.field({
    type: SurveyVersionObject,
    errors: {},
    authScopes: { can: ['create', 'Survey'] },
    args: { input: t.arg({ type: PublishSurveyInput }) },
    resolve: (_root, { input }, ctx) =>
      publishSurvey(ctx, {
        ...input,
        surveyId: input.surveyId ? asId(input.surveyId) : undefined,
        questions: input.questions.map(({ textEn, textZh, isRequired, ...question }) => ({
          ...question,
          isRequired: isRequired ?? false,
          text: { en: textEn, zh: textZh },
        })),
      }),
  }),
);
