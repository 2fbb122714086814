import { InvalidInput, NotFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { surveyInput, type SurveyVersion } from './survey';
import { insertVersion, selectSurveys, upsertSurvey } from './survey-store';

/** Publishes a new survey, or the next version of one. Earlier versions stay as they are, with their answers. */
export const publishSurvey = audited(
  'survey.publish',
  async (ctx: Context, input: unknown): Promise<SurveyVersion> => {
    authorise(ctx.viewer, 'create', 'Survey');
    const survey = parseInput(surveyInput, input);
    const surveyId = survey.surveyId ?? newId();
    if (survey.surveyId) {
      const existing = (await selectSurveys(ctx.db, null)).find(
        (known) => known.surveyId === surveyId,
      );
      if (!existing) throw new NotFound();
      if (existing.audience !== survey.audience) {
        throw new InvalidInput([{ path: ['audience'], message: sameAudience }]);
      }
    }
    await upsertSurvey(ctx.db, { ...survey, surveyId });
    return insertVersion(ctx.db, {
      surveyId,
      questions: survey.questions,
      publishedAt: ctx.clock.now(),
    });
  },
  (_input, version) => ({
    subjectType: 'Survey',
    subjectId: version.surveyId,
    details: { version: version.version },
  }),
);

const sameAudience = {
  en: 'The next version of a survey asks the same audience.',
  zh: '问卷的新版本必须面向相同对象。',
};
