import { type Audience, type OpenLinkChannel, standardQuestions } from '../domain/surveys';
import type { Question } from '../universal/survey';
import type { SeedContext } from './seed-context';
import type { SeedRandom } from './seed-random';

const threeYears = 3 * 365 * 86_400_000;

/** The survey for customers, the one for employees, and links to give feedback at every touchpoint. */
export async function seedSurveys(seed: SeedContext): Promise<void> {
  const random = seed.random('surveys');
  const publishedAt = new Date(seed.now.getTime() - threeYears);
  const customerSurveyId = random.uuidAt(publishedAt);
  await seed.copy(
    'survey',
    ['survey_id', 'audience', 'name_en', 'name_zh', 'created_at'],
    [
      [customerSurveyId, 'customer', 'After every touchpoint', '触点体验反馈', publishedAt],
      [random.uuidAt(publishedAt), 'employee', 'Quarterly pulse', '季度脉动调查', publishedAt],
    ],
  );
  const surveys = await seed.sql<
    { survey_id: string; audience: Audience }[]
  >`select survey_id, audience from survey`;
  for (const { survey_id: surveyId, audience } of surveys) {
    const questions = standardQuestions(audience, { en: 'Aster Home', zh: '阿斯特家居' });
    await publish(seed, random, { surveyId, questions, publishedAt });
  }
  const links = await seedLinks(seed, random, customerSurveyId);
  seed.report(`2 surveys, ${links} links for feedback`);
}

async function publish(
  seed: SeedContext,
  random: SeedRandom,
  survey: { surveyId: string; questions: readonly Question[]; publishedAt: Date },
): Promise<void> {
  const versionId = random.uuidAt(survey.publishedAt);
  await seed.copy(
    'survey_version',
    ['survey_version_id', 'survey_id', 'version'],
    [[versionId, survey.surveyId, 1]],
  );
  await seed.copy(
    'survey_question',
    [
      'survey_question_id',
      'survey_version_id',
      'position',
      'key',
      'kind',
      'text_en',
      'text_zh',
      'is_required',
    ],
    survey.questions.map((question, position) => [
      random.uuidAt(survey.publishedAt),
      versionId,
      position,
      question.key,
      question.kind,
      question.text.en,
      question.text.zh,
      question.isRequired,
    ]),
  );
  await seed.sql`
    update survey_version set published_at = ${survey.publishedAt} where survey_version_id = ${versionId}`;
}

/** One link for each place where customers are served; codes hang where several places share a touchpoint. */
function seedLinks(seed: SeedContext, random: SeedRandom, surveyId: string): Promise<number> {
  const createdAt = new Date(seed.now.getTime() - threeYears / 3);
  const links = seed.directory.touchpoints.flatMap((touchpoint, index) =>
    touchpoint.departmentIds.map((departmentId) => ({
      touchpoint,
      departmentId,
      channel: (touchpoint.departmentIds.length > 1
        ? 'qr_code'
        : index % 4 === 3
          ? 'kiosk'
          : 'open_link') satisfies OpenLinkChannel,
    })),
  );
  return seed.copy(
    'open_link',
    [
      'open_link_id',
      'token',
      'survey_id',
      'touchpoint_id',
      'department_id',
      'channel',
      'label',
      'created_at',
    ],
    links.map(({ touchpoint, departmentId, channel }) => [
      random.uuidAt(createdAt),
      random.uuid().replaceAll('-', '').slice(0, 20),
      surveyId,
      touchpoint.id,
      departmentId,
      channel,
      '',
      createdAt,
    ]),
  );
}
