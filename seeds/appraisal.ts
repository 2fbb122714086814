import { DateTime } from 'luxon';
import { addDays, dayOf } from './days';
import {
  type DemoEmployee,
  departmentByCode,
  departmentCodeOn,
  employeesOn,
  managerIdOn,
} from './demo-directory';
import { planTemplates, seedTemplates } from './review-templates';
import { type ReviewPlan, seedReviewContent } from './review-content';
import { seedReviewEvidence } from './review-evidence';
import type { SeedContext } from './seed-context';
import type { SeedRandom } from './seed-random';

const populationCode = 'STORES';

/** A published template with a cycle in progress over the stores, and a draft of another template. */
export async function seedAppraisal(seed: SeedContext): Promise<void> {
  const random = seed.random('appraisal');
  const { now } = seed;
  const template = await seedTemplates(seed, planTemplates(seed, random));
  const launchedAt = DateTime.fromJSDate(now).minus({ days: 40 }).toJSDate();
  const startedAt = DateTime.fromJSDate(now).minus({ days: 12 }).toJSDate();
  const cycleId = random.uuidAt(launchedAt);
  const plans = planReviews(seed, random, launchedAt);
  await seedCycle(seed, { cycleId, templateVersionId: template.versionId, launchedAt, startedAt });
  await seed.copy(
    'review',
    [
      'review_id',
      'review_cycle_id',
      'employee_id',
      'manager_employee_id',
      'department_id',
      'position_title',
      'step',
    ],
    plans.map((plan) => [
      plan.reviewId,
      cycleId,
      plan.employee.id,
      plan.managerId,
      plan.departmentId,
      plan.employee.position,
      'manager_review',
    ]),
  );
  const evidence = await seedReviewEvidence(seed, {
    template,
    plans,
    requestedAt: startedAt,
    random,
  });
  await seedReviewContent(seed, { template, plans, evidence, startedAt, random });
  seed.report(`${plans.length} reviews in a cycle, with their evidence`);
}

async function seedCycle(
  seed: SeedContext,
  cycle: { cycleId: string; templateVersionId: string; launchedAt: Date; startedAt: Date },
): Promise<void> {
  const { directory, now } = seed;
  const year = DateTime.fromJSDate(now, { zone: directory.timeZone }).year;
  await seed.copy(
    'review_cycle',
    [
      'review_cycle_id',
      'review_template_version_id',
      'name_en',
      'name_zh',
      'department_id',
      'goal_scale',
      'launched_at',
      'manager_review_requested_at',
      'manager_review_started_at',
    ],
    [
      [
        cycle.cycleId,
        cycle.templateVersionId,
        `Stores ${year}, second half`,
        `${year}年下半年门店考核`,
        departmentByCode(directory, populationCode).id,
        'half_when_reached',
        cycle.launchedAt,
        cycle.startedAt,
        cycle.startedAt,
      ],
    ],
  );
  const today = dayOf(now, directory.timeZone);
  const steps = [
    ['goals', -14],
    ['manager_review', 9],
    ['share', 16],
    ['acknowledge', 23],
    ['closed', null],
  ] as const;
  await seed.copy(
    'review_cycle_step',
    ['review_cycle_id', 'step', 'position', 'due_on'],
    steps.map(([step, days], position) => [
      cycle.cycleId,
      step,
      position,
      days === null ? null : addDays(today, days),
    ]),
  );
}

/** Everybody of the stores who had a manager at the launch, and how far their review has come since. */
function planReviews(seed: SeedContext, random: SeedRandom, launchedAt: Date): ReviewPlan[] {
  const { directory } = seed;
  const { cast } = directory;
  const day = dayOf(launchedAt, directory.timeZone);
  const codes = new Set(
    directory.departments
      .filter(({ code, parentCode }) => code === populationCode || parentCode === populationCode)
      .map(({ code }) => code),
  );
  const stillHere = new Set(employeesOn(directory, dayOf(seed.now, directory.timeZone)));
  const stages = new Map<DemoEmployee, ReviewPlan['stage']>([
    [cast.employee, 'shared'],
    [cast.employee2, 'opened'],
  ]);
  return employeesOn(directory, day).flatMap((employee): ReviewPlan[] => {
    const code = departmentCodeOn(employee, day);
    const managerId = managerIdOn(employee, day);
    if (!code || !managerId || !codes.has(code) || !stillHere.has(employee)) return [];
    const stage =
      stages.get(employee) ??
      random.weighted<ReviewPlan['stage']>([
        ['opened', 3],
        ['drafted', 2],
        ['submitted', 1],
        ['shared', 2],
        ['acknowledged', 2],
      ]);
    return [
      {
        reviewId: random.uuidAt(launchedAt),
        employee,
        managerId,
        departmentId: departmentByCode(directory, code).id,
        stage,
      },
    ];
  });
}
