import { NotFound } from '../../platform/errors';
import { authorise } from '../access';
import type { Context } from '../context';
import type { Audience, Survey, SurveyVersion } from './survey';
import { selectSurveys, selectVersion } from './survey-store';

/** All surveys with their newest published version. */
export async function listSurveys(
  ctx: Context,
  { audience = null }: { audience?: Audience | null } = {},
): Promise<Survey[]> {
  authorise(ctx.viewer, 'read', 'Survey');
  return selectSurveys(ctx.db, audience);
}

/** A published version with its questions. What people were asked is no secret, so other areas need no right for it. */
export async function getSurveyVersion(
  ctx: Pick<Context, 'db'>,
  surveyVersionId: string,
): Promise<SurveyVersion> {
  const version = await selectVersion(ctx.db, surveyVersionId);
  if (!version) throw new NotFound();
  return version;
}

/** The newest published version of a survey, for what is about to be asked. */
export async function getNewestVersion(ctx: Context, surveyId: string): Promise<SurveyVersion> {
  const survey = (await selectSurveys(ctx.db, null)).find((known) => known.surveyId === surveyId);
  if (!survey?.surveyVersionId) throw new NotFound();
  return getSurveyVersion(ctx, survey.surveyVersionId);
}
