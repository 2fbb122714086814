import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** A review whose evidence is about to be frozen. */
export interface ReviewTarget {
  reviewId: string;
  departmentId: string;
  /** The nearest department, at or above the person's own, that their manager heads. */
  teamDepartmentId: string | null;
}

/** The reviews of the cycle that still stand at their goals. */
export function selectReviewTargets(db: Db, cycleId: string): Promise<ReviewTarget[]> {
  return db
    .selectFrom('review as r')
    .select([
      'r.review_id as reviewId',
      'r.department_id as departmentId',
      sql<string | null>`(
        select c.ancestor_id from department_closure c join department d on d.department_id = c.ancestor_id
        where c.descendant_id = r.department_id and d.head_employee_id = r.manager_employee_id
        order by c.depth limit 1)`.as('teamDepartmentId'),
    ])
    .where('r.review_cycle_id', '=', cycleId)
    .where('r.step', '=', 'goals')
    .orderBy('r.review_id')
    .execute();
}

/** Opens those that nobody opened meanwhile and returns their ids. */
export async function openManagerReviews(
  db: Db,
  reviewIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .updateTable('review')
    .set((eb) => ({ step: 'manager_review', revision: eb('revision', '+', 1) }))
    .where('review_id', 'in', reviewIds)
    .where('step', '=', 'goals')
    .returning('review_id')
    .execute();
  return new Set(rows.map((row) => row.review_id));
}
