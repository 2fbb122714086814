import { DateTime } from 'luxon';
import { Conflict, type FieldError, InvalidInput } from '../../platform/errors';
import { textOf } from '../../universal/text';
import { authorise } from '../access';
import type { Context } from '../context';
import { listDepartmentsById } from '../organisation';
import { audited } from '../privacy';
import { type Cycle, type DatedStep, datedSteps } from './cycle';
import {
  findCycle,
  insertCycle,
  insertReviews,
  type PopulationMember,
  selectPopulation,
} from './cycle-store';
import { reviewMessages as messages } from './messages';
import { stepsOfNewCycle } from './review-step';
import { findPublishedVersionId } from './template-store';

export interface LaunchCycleInput {
  templateId: string;
  nameEn: string;
  nameZh: string;
  departmentId: string;
  dueOn: Readonly<Record<DatedStep, string>>;
}

/**
 * Launches a cycle: one review for everybody of the department and below who has a manager today. Department, manager
 * and position stay in the review as they are on this day.
 */
export const launchCycle = audited(
  'review_cycle.launch',
  async (ctx: Context, input: LaunchCycleInput): Promise<Cycle> => {
    authorise(ctx.viewer, 'create', 'ReviewCycle');
    const fields = problemsOfCycle(input);
    if (fields.length > 0) throw new InvalidInput(fields);
    const templateVersionId = await findPublishedVersionId(ctx.db, input.templateId);
    if (!templateVersionId) throw new Conflict(textOf(messages, 'templateNotPublished'));
    const members = await populationOf(ctx, input.departmentId);
    const reviewed = members.filter((member) => member.managerEmployeeId !== null);
    if (reviewed.length === 0) {
      throw new InvalidInput([
        { path: ['departmentId'], message: textOf(messages, 'populationEmpty') },
      ]);
    }
    const cycleId = await insertCycle(ctx.db, {
      templateVersionId,
      nameEn: input.nameEn.trim(),
      nameZh: input.nameZh.trim(),
      departmentId: input.departmentId,
      launchedAt: ctx.clock.now(),
      launchedBy: ctx.viewer.kind === 'signed-in' ? ctx.viewer.userAccountId : null,
      withoutManager: members.length - reviewed.length,
      goalScale: 'half_when_reached',
      steps: stepsOfNewCycle.map((step) => ({
        step,
        dueOn: step === 'closed' ? null : input.dueOn[step],
      })),
    });
    await insertReviews(ctx.db, cycleId, reviewed);
    return (await findCycle(ctx.db, cycleId))!;
  },
  (_input, { cycleId, reviewCount, withoutManager }) => ({
    subjectType: 'ReviewCycle',
    subjectId: cycleId,
    details: { reviewCount, withoutManager },
  }),
);

/** How many people a cycle for this department would review, and how many it would leave out. */
export async function countPopulation(
  ctx: Context,
  { departmentId }: { departmentId: string },
): Promise<{ reviewed: number; withoutManager: number }> {
  authorise(ctx.viewer, 'create', 'ReviewCycle');
  const members = await populationOf(ctx, departmentId);
  const withoutManager = members.filter((member) => member.managerEmployeeId === null).length;
  return { reviewed: members.length - withoutManager, withoutManager };
}

async function populationOf(ctx: Context, departmentId: string): Promise<PopulationMember[]> {
  const [department] = await listDepartmentsById(ctx, { departmentIds: [departmentId] });
  if (!department) {
    throw new InvalidInput([
      { path: ['departmentId'], message: textOf(messages, 'departmentMissing') },
    ]);
  }
  const today = DateTime.fromJSDate(ctx.clock.now(), { zone: ctx.organisation.timeZone }).toFormat(
    'yyyy-MM-dd',
  );
  return selectPopulation(ctx.db, departmentId, today);
}

/** The fields of the mutation's input are written the way of the schema. */
const fieldOf: Record<DatedStep, string> = {
  goals: 'goals',
  manager_review: 'managerReview',
  share: 'share',
  acknowledge: 'acknowledge',
};

function problemsOfCycle({ nameEn, nameZh, dueOn }: LaunchCycleInput): FieldError[] {
  const problems: FieldError[] = [];
  if (!nameEn.trim() && !nameZh.trim())
    problems.push({ path: ['nameEn'], message: textOf(messages, 'cycleNameMissing') });
  let previous = '';
  for (const step of datedSteps) {
    const day = dueOn[step];
    if (!DateTime.fromISO(day).isValid)
      problems.push({ path: ['dueOn', fieldOf[step]], message: textOf(messages, 'dateMissing') });
    else if (day < previous)
      problems.push({
        path: ['dueOn', fieldOf[step]],
        message: textOf(messages, 'datesOutOfOrder'),
      });
    previous = day;
  }
  return problems;
}
