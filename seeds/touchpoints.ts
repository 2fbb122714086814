import { JOURNEY, STAGES, TOUCHPOINT_PLANS } from './data/touchpoints';
import type { DemoDepartment, DemoTouchpoint } from './demo-directory';
import type { SeedContext } from './seed-context';

/** Creates the customers' journey with its stages and touchpoints. */
export async function seedTouchpoints(
  seed: SeedContext,
  departments: readonly DemoDepartment[],
): Promise<DemoTouchpoint[]> {
  const random = seed.random('touchpoints');
  const idOf = (code: string) => {
    const department = departments.find((candidate) => candidate.code === code);
    if (!department) throw new Error(`The demo organisation has no department ${code}.`);
    return department.id;
  };
  const journeyId = random.uuidAt(seed.now);
  await seed.copy(
    'journey',
    ['journey_id', 'name_en', 'name_zh'],
    [[journeyId, JOURNEY.nameEn, JOURNEY.nameZh]],
  );

  const stages = STAGES.map((stage) => ({ ...stage, id: random.uuidAt(seed.now) }));
  await seed.copy(
    'stage',
    ['stage_id', 'journey_id', 'kind', 'name_en', 'name_zh', 'position'],
    stages.map((stage, position) => [
      stage.id,
      journeyId,
      stage.kind,
      stage.nameEn,
      stage.nameZh,
      position,
    ]),
  );

  const touchpoints = TOUCHPOINT_PLANS.map((plan, position) => ({
    id: random.uuidAt(seed.now),
    code: plan.code,
    ownerDepartmentId: idOf(plan.ownerCode),
    departmentIds: plan.departments.map(([code]) => idOf(code)),
    row: [
      stages.find(({ kind }) => kind === plan.stage)?.id ?? null,
      plan.nameEn,
      plan.nameZh,
      position,
    ] as const,
  }));
  await seed.copy(
    'touchpoint',
    ['touchpoint_id', 'code', 'owner_department_id', 'stage_id', 'name_en', 'name_zh', 'position'],
    touchpoints.map(({ id, code, ownerDepartmentId, row }) => [
      id,
      code,
      ownerDepartmentId,
      ...row,
    ]),
  );
  return touchpoints.map(({ id, code, ownerDepartmentId, departmentIds }) => ({
    id,
    code,
    ownerDepartmentId,
    departmentIds,
  }));
}
