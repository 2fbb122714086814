import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { accessibleWhere, type Viewer } from '../access';
import type { GoalScale } from './goal-score';
import type { Review } from './review';
import type { ReviewStep } from './review-step';
import { escapeLike } from './template-store';

/**
 * The reviews that the viewer may see: the rules of access, and nobody's own before it is shared, whatever other
 * roles they hold.
 */
function visibleReviews(db: Db, viewer: Viewer) {
  const employeeId = viewer.kind === 'signed-in' ? viewer.employeeId : null;
  return db
    .selectFrom('review as r')
    .innerJoin('review_cycle as c', 'c.review_cycle_id', 'r.review_cycle_id')
    .innerJoin('employee as e', 'e.employee_id', 'r.employee_id')
    .innerJoin('department as d', 'd.department_id', 'r.department_id')
    .leftJoin('employee as m', 'm.employee_id', 'r.manager_employee_id')
    .leftJoin('review_cycle_step as s', (join) =>
      join.onRef('s.review_cycle_id', '=', 'r.review_cycle_id').onRef('s.step', '=', 'r.step'),
    )
    .where((eb) =>
      accessibleWhere(eb, viewer, 'read', 'Review', {
        employeeId: 'r.employee_id',
        managerEmployeeId: 'r.manager_employee_id',
        isShared: 'r.is_shared',
      }),
    )
    .$if(employeeId !== null, (query) =>
      query.where((eb) =>
        eb.or([eb('r.employee_id', '<>', employeeId!), eb('r.is_shared', '=', true)]),
      ),
    );
}

type VisibleReviews = ReturnType<typeof visibleReviews>;

function withReviewColumns(query: VisibleReviews) {
  return query.select([
    'r.review_id as reviewId',
    'r.review_cycle_id as cycleId',
    'c.name_en as cycleNameEn',
    'c.name_zh as cycleNameZh',
    'c.review_template_version_id as templateVersionId',
    sql<GoalScale>`c.goal_scale`.as('goalScale'),
    'r.employee_id as employeeId',
    'e.full_name as employeeName',
    'r.manager_employee_id as managerEmployeeId',
    'm.full_name as managerName',
    'r.department_id as departmentId',
    'd.name_en as departmentNameEn',
    'd.name_zh as departmentNameZh',
    'r.position_title as positionTitle',
    sql<ReviewStep>`r.step`.as('step'),
    's.due_on as dueOn',
    'r.summary as summary',
    'r.overall_score as overallScore',
    'r.revision as revision',
    'r.saved_at as savedAt',
    'r.submitted_at as submittedAt',
    'r.shared_at as sharedAt',
    'r.acknowledged_at as acknowledgedAt',
    'r.acknowledgement_note as acknowledgementNote',
  ]);
}

/** The review, if the viewer may see it; with `lock`, it stays as it is until the transaction ends. */
export async function findVisibleReview(
  db: Db,
  viewer: Viewer,
  reviewId: string,
  { lock = false } = {},
): Promise<Review | undefined> {
  return withReviewColumns(visibleReviews(db, viewer))
    .where('r.review_id', '=', reviewId)
    .$if(lock, (query) => query.forUpdate('r'))
    .executeTakeFirst();
}

/** Those of the reviews that the viewer may see. */
export async function selectReviewsById(
  db: Db,
  viewer: Viewer,
  reviewIds: readonly string[],
): Promise<Review[]> {
  if (reviewIds.length === 0) return [];
  return withReviewColumns(visibleReviews(db, viewer))
    .where('r.review_id', 'in', reviewIds)
    .execute();
}

export interface ReviewFilter {
  /** Only those about, or written by, this employee. */
  employeeId?: string;
  managerEmployeeId?: string;
  cycleId?: string;
  steps?: readonly ReviewStep[];
  /** In the name of the employee, the manager or the department. */
  search?: string;
}

function filtered(db: Db, viewer: Viewer, filter: ReviewFilter): VisibleReviews {
  const { employeeId, managerEmployeeId, cycleId, steps } = filter;
  const words = filter.search?.trim();
  return visibleReviews(db, viewer)
    .$if(employeeId !== undefined, (query) => query.where('r.employee_id', '=', employeeId!))
    .$if(managerEmployeeId !== undefined, (query) =>
      query.where('r.manager_employee_id', '=', managerEmployeeId!),
    )
    .$if(cycleId !== undefined, (query) => query.where('r.review_cycle_id', '=', cycleId!))
    .$if(steps !== undefined && steps.length > 0, (query) => query.where('r.step', 'in', steps!))
    .$if(Boolean(words), (query) =>
      query.where((eb) => {
        const pattern = `%${escapeLike(words!)}%`;
        return eb.or(
          (['e.full_name', 'm.full_name', 'd.name_en', 'd.name_zh'] as const).map((column) =>
            eb(column, 'ilike', pattern),
          ),
        );
      }),
    );
}

export function selectReviews(
  db: Db,
  viewer: Viewer,
  filter: ReviewFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Review[]> {
  return (
    withReviewColumns(filtered(db, viewer, filter))
      .orderBy('c.launched_at', 'desc')
      .orderBy('r.review_cycle_id')
      // What still has to be done comes before what is done.
      .orderBy('r.is_shared')
      .orderBy('e.full_name')
      .orderBy('r.review_id')
      .limit(limit)
      .offset(offset)
      .execute()
  );
}

export async function countReviews(db: Db, viewer: Viewer, filter: ReviewFilter): Promise<number> {
  const row = await filtered(db, viewer, filter)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Moves reviews to another step together with what that step records. */
export async function moveReview(
  db: Db,
  reviewId: string,
  change: {
    step: ReviewStep;
    overallScore?: number | null;
    submittedAt?: Date | null;
    sharedAt?: Date;
    acknowledgedAt?: Date;
    acknowledgementNote?: string;
  },
): Promise<void> {
  await db
    .updateTable('review')
    .set((eb) => ({
      step: change.step,
      revision: eb('revision', '+', 1),
      ...(change.overallScore !== undefined && { overall_score: change.overallScore }),
      ...(change.submittedAt !== undefined && { submitted_at: change.submittedAt }),
      ...(change.sharedAt && { shared_at: change.sharedAt }),
      ...(change.acknowledgedAt && { acknowledged_at: change.acknowledgedAt }),
      ...(change.acknowledgementNote !== undefined && {
        acknowledgement_note: change.acknowledgementNote,
      }),
    }))
    .where('review_id', '=', reviewId)
    .execute();
}
