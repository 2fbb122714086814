import type { FeedbackCalendar } from './feedback-calendar';
import type { SeedCell, SeedContext } from './seed-context';

const TOTAL = 80_000;
const HOUR = 3_600_000;

/** An answer that came through an invitation. */
export interface AnsweredInvitation {
  at: Date;
  departmentId: string;
  touchpointId: string;
  channel: string;
}

/** For each answer, how many did not answer, against the other channels. */
const SILENCE: Readonly<Record<string, number>> = { mail: 2.4, sms: 1.5, personal_link: 0.8 };
const UNDELIVERED_SHARE = 0.07;
const COLUMNS = [
  'invitation_id',
  'sent_at',
  'changed_at',
  'survey_version_id',
  'touchpoint_id',
  'department_id',
  'channel',
  'variant',
  'is_delivered',
  'answered_at',
] as const;

/** Writes the invitations of the given answers and those that nobody answered. */
export function copyInvitations(
  seed: SeedContext,
  calendar: FeedbackCalendar,
  surveyVersionId: string,
  answered: readonly AnsweredInvitation[],
): Promise<number> {
  const random = seed.random('invitations');
  const weights = answered.reduce((sum, { channel }) => sum + (SILENCE[channel] ?? 1), 0);
  const silencePerWeight = (TOTAL - answered.length) / weights;
  const earliest = calendar.days[0]?.opensAt ?? 0;

  function* rows(): Generator<readonly SeedCell[]> {
    let silent = 0;
    for (const answer of answered) {
      const sentAt = new Date(
        answer.at.getTime() - Math.round((1 + 71 * random.float() ** 2) * HOUR),
      );
      const place = [
        surveyVersionId,
        answer.touchpointId,
        answer.departmentId,
        answer.channel,
      ] as const;
      const personalised = random.chance(0.58) ? 'personalised' : 'standard';
      yield [random.uuidAt(sentAt), sentAt, answer.at, ...place, personalised, true, answer.at];

      // Those who stayed silent were asked at about the same time, at the same place.
      silent += (SILENCE[answer.channel] ?? 1) * silencePerWeight;
      for (; silent >= 1; silent--) {
        const shifted = sentAt.getTime() + random.normal(0, 60 * HOUR);
        const askedAt = new Date(
          Math.min(seed.now.getTime(), Math.max(earliest, Math.round(shifted))),
        );
        const variant = random.chance(0.47) ? 'personalised' : 'standard';
        const isDelivered = !random.chance(UNDELIVERED_SHARE * 1.5);
        yield [random.uuidAt(askedAt), askedAt, askedAt, ...place, variant, isDelivered, null];
      }
    }
  }
  return seed.copy('invitation', COLUMNS, rows());
}
