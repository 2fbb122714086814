import { sql } from 'kysely';
import type { Db } from '../../platform/db';

interface SubmittedFeedback {
  feedbackId: string;
  submissionKey: string;
  occurredAt: Date;
  departmentId: string;
  touchpointId: string;
  channel: string;
  surveyVersionId: string;
  locale: string;
  nps: number | null;
  csat: number | null;
  ces: number | null;
  comment: string | null;
}

/**
 * Receipt and feedback in one statement: committed together, and never more than one connection for a submission, so
 * that more people than connections only wait their turn.
 */
export async function insertSubmittedFeedback(db: Db, feedback: SubmittedFeedback): Promise<void> {
  await sql`
    with receipt as (
      insert into submission_receipt (scope, submission_key) values ('feedback', ${feedback.submissionKey}::uuid)
      on conflict do nothing returning 1
    )
    insert into feedback (feedback_id, occurred_at, department_id, touchpoint_id, channel, source, survey_version_id,
      locale, nps_score, csat_score, ces_score, comment)
    select ${feedback.feedbackId}::uuid, ${feedback.occurredAt}::timestamptz, ${feedback.departmentId}::uuid,
      ${feedback.touchpointId}::uuid, ${feedback.channel}, 'survey', ${feedback.surveyVersionId}::uuid, ${feedback.locale},
      ${feedback.nps}::smallint, ${feedback.csat}::smallint, ${feedback.ces}::smallint, ${feedback.comment}
    from receipt`.execute(db);
}
