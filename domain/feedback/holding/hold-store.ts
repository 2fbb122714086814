import { sql, type SelectQueryBuilder } from 'kysely';
import type { Database, Db } from '../../../platform/db';
import { newId } from '../../../platform/ids';
import type { FeedbackEntry, FeedbackHold, FeedbackPlace } from './held-feedback';

function selected<O>(query: SelectQueryBuilder<Database, 'feedback', O>) {
  return query.select([
    'feedback_id as feedbackId',
    'occurred_at as occurredAt',
    'occurred_on as occurredOn',
    'department_id as departmentId',
    'touchpoint_id as touchpointId',
    'channel',
    'comment',
    'nps_score as npsScore',
    'csat_score as csatScore',
    'ces_score as cesScore',
    'is_held as isHeld',
    'feedback_import_id as feedbackImportId',
  ]);
}

/** A moment that went through JavaScript has lost what lies below its millisecond. */
const at = ({ feedbackId, occurredAt }: FeedbackPlace) => sql<boolean>`
  feedback_id = ${feedbackId}::uuid and occurred_at >= ${occurredAt} and occurred_at < ${occurredAt}::timestamptz + interval '1 millisecond'`;

export async function findFeedback(
  db: Db,
  place: FeedbackPlace,
): Promise<FeedbackEntry | undefined> {
  return selected(db.selectFrom('feedback')).where(at(place)).executeTakeFirst();
}

/** Feedback that is held, the latest first; `after` is the last one of the page before. */
export async function selectHeld(
  db: Db,
  {
    departmentIds,
    after,
    limit,
  }: {
    departmentIds: 'all' | readonly string[];
    after: FeedbackPlace | undefined;
    limit: number;
  },
): Promise<FeedbackEntry[]> {
  let query = selected(db.selectFrom('feedback'))
    .where('is_held', '=', true)
    .orderBy('occurred_at', 'desc')
    .orderBy('feedback_id', 'desc')
    .limit(limit);
  if (departmentIds !== 'all')
    query = query.where(sql<boolean>`department_id = any(${sql.val([...departmentIds])}::uuid[])`);
  if (after)
    query = query.where(
      sql<boolean>`(date_trunc('milliseconds', occurred_at), feedback_id) < (${after.occurredAt}, ${after.feedbackId}::uuid)`,
    );
  return query.execute();
}

export async function selectHolds(db: Db, feedbackId: string): Promise<FeedbackHold[]> {
  return db
    .selectFrom('feedback_hold')
    .select([
      'feedback_hold_id as feedbackHoldId',
      'reason',
      'held_at as heldAt',
      'release_reason as releaseReason',
      'released_at as releasedAt',
    ])
    .where('feedback_id', '=', feedbackId)
    .orderBy('held_at', 'desc')
    .execute();
}

/** Sets or lifts the mark; its roll-ups see the change by its time. False where it stood so already. */
async function setHeld(db: Db, place: FeedbackPlace, isHeld: boolean): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feedback')
    .set({ is_held: isHeld, changed_at: sql`now()` })
    .where(at(place))
    .where('is_held', '=', !isHeld)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface HoldStep {
  place: FeedbackPlace;
  reason: string;
  userAccountId: string | null;
  now: Date;
}

/** False where it is held already. */
export async function insertHold(
  db: Db,
  { place, reason, userAccountId, now }: HoldStep,
): Promise<boolean> {
  if (!(await setHeld(db, place, true))) return false;
  await db
    .insertInto('feedback_hold')
    .values({
      feedback_hold_id: newId(),
      feedback_id: place.feedbackId,
      reason,
      held_at: now,
      held_by_user_account_id: userAccountId,
    })
    .execute();
  return true;
}

/** False where it is not held. */
export async function releaseHold(
  db: Db,
  { place, reason, userAccountId, now }: HoldStep,
): Promise<boolean> {
  if (!(await setHeld(db, place, false))) return false;
  await db
    .updateTable('feedback_hold')
    .set({ release_reason: reason, released_at: now, released_by_user_account_id: userAccountId })
    .where('feedback_id', '=', place.feedbackId)
    .where('released_at', 'is', null)
    .execute();
  return true;
}
