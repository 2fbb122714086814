import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { ReviewStep } from './review-step';

/** Where and in which language a person gets mail. */
export interface Recipient {
  fullName: string;
  email: string | null;
  locale: string;
}

/** The person, with the day by which the step of the cycle is due. */
export function selectRecipient(
  db: Db,
  employeeId: string,
  due?: { cycleId: string; step: ReviewStep },
): Promise<(Recipient & { dueOn: string | null }) | undefined> {
  return db
    .selectFrom('employee as e')
    .leftJoin('user_account as a', 'a.employee_id', 'e.employee_id')
    .leftJoin('review_cycle_step as s', (join) =>
      join.on('s.review_cycle_id', '=', due?.cycleId ?? null).on('s.step', '=', due?.step ?? null),
    )
    .select([
      'e.full_name as fullName',
      'e.email',
      sql<string>`coalesce(a.locale, e.locale)`.as('locale'),
      's.due_on as dueOn',
    ])
    .where('e.employee_id', '=', employeeId)
    .executeTakeFirst();
}

/** Each manager who has reviews of this cycle to write, with their number. */
export function selectManagersToWrite(db: Db, cycleId: string) {
  return db
    .selectFrom('review as r')
    .innerJoin('review_cycle as c', 'c.review_cycle_id', 'r.review_cycle_id')
    .innerJoin('employee as e', 'e.employee_id', 'r.manager_employee_id')
    .leftJoin('user_account as a', 'a.employee_id', 'e.employee_id')
    .leftJoin('review_cycle_step as s', (join) =>
      join.onRef('s.review_cycle_id', '=', 'r.review_cycle_id').on('s.step', '=', 'manager_review'),
    )
    .select([
      'e.full_name as fullName',
      'e.email',
      sql<string>`coalesce(a.locale, e.locale)`.as('locale'),
      's.due_on as dueOn',
      'c.name_en as cycleNameEn',
      'c.name_zh as cycleNameZh',
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('r.review_cycle_id', '=', cycleId)
    .where('r.step', '=', 'manager_review')
    .groupBy(['e.employee_id', 'a.locale', 's.due_on', 'c.review_cycle_id'])
    .orderBy('e.employee_id')
    .execute();
}
