import { DEPARTMENT_MOODS, FEEDBACK_PLANS, type FeedbackPlan } from './data/feedback-plan';
import { TOUCHPOINT_PLANS } from './data/touchpoints';
import { departmentByCode } from './demo-directory';
import { departmentMoodOn, drawScores, scorePercent } from './draw-scores';
import { FeedbackCalendar } from './feedback-calendar';
import { copyInvitations, type AnsweredInvitation } from './invitations';
import type { SeedCell, SeedContext } from './seed-context';
import { ServingStaff } from './served-by';
import { writeComment } from './write-comment';

const COMMENT_SHARE = 0.2;
const BASE_MOOD = -0.05;
const CHINESE_SHARE = 0.28;
const INVITED = new Set(['mail', 'sms', 'personal_link']);
const COLUMNS = [
  'feedback_id',
  'occurred_at',
  'changed_at',
  'department_id',
  'touchpoint_id',
  'employee_id',
  'channel',
  'source',
  'survey_version_id',
  'nps_score',
  'csat_score',
  'ces_score',
  'comment',
  'locale',
] as const;

/** Two years of what customers of Aster Home said, and the invitations that many of the answers came from. */
export async function seedFeedback(seed: SeedContext): Promise<void> {
  const { sql, directory } = seed;
  const calendar = new FeedbackCalendar(seed.now, directory.timeZone);
  const firstDay = calendar.days[0]?.day ?? null;
  for (const table of ['feedback', 'invitation']) {
    await sql`
      select ensure_month_partition(${table}, month::date)
      from generate_series(${firstDay}::date - interval '1 month', ${seed.now}::timestamptz + interval '3 months', '1 month') as month`;
  }
  const [version] = await sql<{ survey_version_id: string }[]>`
    select survey_version_id from survey_version join survey using (survey_id)
    where audience = 'customer' and published_at is not null order by published_at, survey_version_id limit 1`;

  const answered: AnsweredInvitation[] = [];
  const count = await seed.copy(
    'feedback',
    COLUMNS,
    drawFeedback(seed, calendar, version?.survey_version_id, answered),
  );
  const invitations = version
    ? await copyInvitations(seed, calendar, version.survey_version_id, answered)
    : 0;
  seed.report(`${count} feedback answers, ${invitations} invitations`);
}

function* drawFeedback(
  seed: SeedContext,
  calendar: FeedbackCalendar,
  surveyVersionId: string | undefined,
  answered: AnsweredInvitation[],
): Generator<readonly SeedCell[]> {
  const { directory } = seed;
  const random = seed.random('feedback');
  const staff = new ServingStaff(seed.random('serving staff'), directory);

  for (const plan of FEEDBACK_PLANS) {
    const moment = calendar.moments(plan.weekdays);
    const touchpoint = directory.touchpoints.find(({ code }) => code === plan.touchpointCode);
    const shares = TOUCHPOINT_PLANS.find(({ code }) => code === plan.touchpointCode)?.departments;
    if (!touchpoint || !shares)
      throw new Error(`The demo organisation has no touchpoint ${plan.touchpointCode}.`);
    for (let answer = 0; answer < plan.answers; answer++) {
      const departmentCode = random.weighted(shares);
      const { at, day } = moment(random);
      const server =
        plan.isPersonal && random.chance(0.75)
          ? staff.pick(random, departmentCode, day.day)
          : undefined;
      const channel = random.weighted(plan.channels);
      const isReview = channel === 'outside_review';
      const base = DEPARTMENT_MOODS[departmentCode] ?? { base: 0, trend: 0 };
      const mood =
        BASE_MOOD +
        plan.mood +
        departmentMoodOn(base, day.daysAgo, calendar.days.length) -
        plan.peakStrain * day.peak -
        crowdOf(plan, day.weekday) +
        (server?.skill ?? 0) +
        random.normal(isReview ? -0.4 : 0, 1);
      const scores = drawScores(random, mood, plan);
      const locale = random.chance(CHINESE_SHARE) ? 'zh' : 'en';
      const writes =
        isReview || random.chance(mood < -0.6 ? COMMENT_SHARE * 1.6 : COMMENT_SHARE * 0.85);
      const departmentId = departmentByCode(directory, departmentCode).id;
      if (INVITED.has(channel))
        answered.push({ at, departmentId, touchpointId: touchpoint.id, channel });
      yield [
        random.uuidAt(at),
        at,
        at,
        departmentId,
        touchpoint.id,
        server?.employee.id ?? null,
        channel,
        isReview ? 'outside_review' : 'survey',
        isReview ? null : (surveyVersionId ?? null),
        isReview ? null : scores.nps,
        scores.csat,
        isReview ? null : scores.ces,
        writes
          ? writeComment(random, {
              topic: plan.topic,
              locale,
              scorePercent: scorePercent(isReview ? { ...scores, nps: null, ces: null } : scores),
            })
          : null,
        locale,
      ];
    }
  }
}

/** Stores please a little less when they are full. */
function crowdOf(plan: FeedbackPlan, weekday: number): number {
  return plan.topic === 'store' && weekday === 6 ? 0.15 : 0;
}
