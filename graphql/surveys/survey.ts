import { listSurveys, type Survey } from '../../domain/surveys';
import { builder } from '../builder';

export const AudienceEnum = builder.enumType('SurveyAudience', {
  values: { CUSTOMER: { value: 'customer' }, EMPLOYEE: { value: 'employee' } } as const,
});

export const SurveyObject = builder.objectRef<Survey>('Survey').implement({
  description: 'What people are asked, with its newest published version.',
  fields: (t) => ({
    surveyId: t.exposeID('surveyId'),
    audience: t.expose('audience', { type: AudienceEnum }),
    name: t.string({
      description: 'In the reader’s language.',
      resolve: ({ nameEn, nameZh }, _args, { locale }) => (locale === 'zh' ? nameZh : nameEn),
    }),
    version: t.exposeInt('version', {
      nullable: true,
      description: 'Null before the first one is published.',
    }),
  }),
});

builder.queryField('surveys', (t) =>
  t.field({
    type: [SurveyObject],
    authScopes: { can: ['read', 'Survey'] },
    args: { audience: t.arg({ type: AudienceEnum, required: false }) },
    resolve: (_root, { audience }, ctx) => listSurveys(ctx, { audience: audience ?? null }),
  }),
);
