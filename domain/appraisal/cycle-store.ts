import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { newId } from '../../platform/ids';
import type { Cycle, CycleStep } from './cycle';
import type { GoalScale } from './goal-score';
import type { ReviewStep } from './review-step';

function selectCycles(db: Db) {
  return db
    .selectFrom('review_cycle as c')
    .innerJoin(
      'review_template_version as v',
      'v.review_template_version_id',
      'c.review_template_version_id',
    )
    .innerJoin('department as d', 'd.department_id', 'c.department_id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('review as r')
          .whereRef('r.review_cycle_id', '=', 'c.review_cycle_id')
          .select([
            sql<number>`count(*)::int`.as('reviews'),
            sql<number>`count(*) filter (where r.is_shared)::int`.as('shared'),
            sql<number>`count(r.acknowledged_at)::int`.as('acknowledged'),
          ])
          .as('progress'),
      (join) => join.onTrue(),
    )
    .select([
      'c.review_cycle_id as cycleId',
      'c.name_en as nameEn',
      'c.name_zh as nameZh',
      'v.review_template_id as templateId',
      'c.review_template_version_id as templateVersionId',
      'v.version as templateVersion',
      'v.name_en as templateNameEn',
      'v.name_zh as templateNameZh',
      'c.department_id as departmentId',
      'd.name_en as departmentNameEn',
      'd.name_zh as departmentNameZh',
      'c.launched_at as launchedAt',
      'c.without_manager as withoutManager',
      'c.manager_review_requested_at as managerReviewRequestedAt',
      'c.manager_review_started_at as managerReviewStartedAt',
      'c.closed_at as closedAt',
      'progress.reviews as reviewCount',
      'progress.shared as sharedCount',
      'progress.acknowledged as acknowledgedCount',
      sql<CycleStep[]>`(
        select coalesce(json_agg(json_build_object('step', s.step, 'dueOn', s.due_on, 'count',
          (select count(*) from review r where r.review_cycle_id = c.review_cycle_id and r.step = s.step)) order by s.position), '[]')
        from review_cycle_step s where s.review_cycle_id = c.review_cycle_id)`.as('steps'),
    ]);
}

/** Cycles, running ones first, then the newest. */
export function selectCyclePage(
  db: Db,
  { isRunning, limit, offset }: { isRunning?: boolean; limit: number; offset: number },
): Promise<Cycle[]> {
  return selectCycles(db)
    .$if(isRunning === true, (query) => query.where('c.closed_at', 'is', null))
    .orderBy(sql`c.closed_at is not null`)
    .orderBy('c.launched_at', 'desc')
    .orderBy('c.review_cycle_id')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function findCycle(db: Db, cycleId: string): Promise<Cycle | undefined> {
  return selectCycles(db).where('c.review_cycle_id', '=', cycleId).executeTakeFirst();
}

/** Keeps everybody else from moving this cycle on until the transaction ends. */
export async function lockCycle(db: Db, cycleId: string): Promise<void> {
  await db
    .selectFrom('review_cycle')
    .select('review_cycle_id')
    .where('review_cycle_id', '=', cycleId)
    .forUpdate()
    .execute();
}

/** A person of the population, as frozen into the review. */
export interface PopulationMember {
  employeeId: string;
  managerEmployeeId: string | null;
  departmentId: string;
  positionTitle: string;
}

/** Everybody who works in the department or below it on that day. */
export function selectPopulation(
  db: Db,
  departmentId: string,
  day: string,
): Promise<PopulationMember[]> {
  return db
    .selectFrom('department_closure as t')
    .innerJoin('department_membership as m', 'm.department_id', 't.descendant_id')
    .innerJoin('employee as e', 'e.employee_id', 'm.employee_id')
    .leftJoin('reporting_line as l', (join) =>
      join
        .onRef('l.employee_id', '=', 'm.employee_id')
        .on('l.valid_from', '<=', day)
        .on((eb) => eb.or([eb('l.valid_to', 'is', null), eb('l.valid_to', '>', day)])),
    )
    .where('t.ancestor_id', '=', departmentId)
    .where('m.valid_from', '<=', day)
    .where((eb) => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>', day)]))
    .where('e.hired_on', '<=', day)
    .where((eb) => eb.or([eb('e.left_on', 'is', null), eb('e.left_on', '>', day)]))
    .select([
      'm.employee_id as employeeId',
      'l.manager_employee_id as managerEmployeeId',
      'm.department_id as departmentId',
      'm.position_title as positionTitle',
    ])
    .orderBy('m.employee_id')
    .execute();
}

export async function insertCycle(
  db: Db,
  values: {
    templateVersionId: string;
    nameEn: string;
    nameZh: string;
    departmentId: string;
    launchedAt: Date;
    launchedBy: string | null;
    withoutManager: number;
    goalScale: GoalScale;
    steps: readonly { step: ReviewStep; dueOn: string | null }[];
  },
): Promise<string> {
  const cycleId = newId();
  await db
    .insertInto('review_cycle')
    .values({
      review_cycle_id: cycleId,
      review_template_version_id: values.templateVersionId,
      name_en: values.nameEn,
      name_zh: values.nameZh,
      department_id: values.departmentId,
      launched_at: values.launchedAt,
      launched_by: values.launchedBy,
      without_manager: values.withoutManager,
      goal_scale: values.goalScale,
    })
    .execute();
  await db
    .insertInto('review_cycle_step')
    .values(
      values.steps.map(({ step, dueOn }, position) => ({
        review_cycle_id: cycleId,
        step,
        position,
        due_on: dueOn,
      })),
    )
    .execute();
  return cycleId;
}

const insertBatch = 1_000;

/** One review per member, each at the first step. */
export async function insertReviews(
  db: Db,
  cycleId: string,
  members: readonly PopulationMember[],
): Promise<void> {
  for (let start = 0; start < members.length; start += insertBatch) {
    await db
      .insertInto('review')
      .values(
        members.slice(start, start + insertBatch).map((member) => ({
          review_id: newId(),
          review_cycle_id: cycleId,
          employee_id: member.employeeId,
          manager_employee_id: member.managerEmployeeId,
          department_id: member.departmentId,
          position_title: member.positionTitle,
        })),
      )
      .execute();
  }
}

export async function updateCycle(
  db: Db,
  cycleId: string,
  change: {
    managerReviewRequestedAt?: Date | null;
    managerReviewStartedAt?: Date;
    closedAt?: Date;
  },
): Promise<void> {
  await db
    .updateTable('review_cycle')
    .set({
      ...(change.managerReviewRequestedAt !== undefined && {
        manager_review_requested_at: change.managerReviewRequestedAt,
      }),
      ...(change.managerReviewStartedAt && {
        manager_review_started_at: change.managerReviewStartedAt,
      }),
      ...(change.closedAt && { closed_at: change.closedAt }),
    })
    .where('review_cycle_id', '=', cycleId)
    .execute();
}

/** Ends the reviews that wait for an acknowledgement: silence does not keep a cycle open. */
export async function closeReviews(db: Db, cycleId: string): Promise<void> {
  await db
    .updateTable('review')
    .set({ step: 'closed' })
    .where('review_cycle_id', '=', cycleId)
    .where('step', '=', 'acknowledge')
    .execute();
}
