import { Conflict, InvalidInput } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { assertUnchanged } from '../../platform/revision';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { departureInput, type Employee } from './employee';
import { getEmployeeRow, updateEmployeeRow } from './employee-store';
import {
  findManagers,
  findPlacements,
  lockHistories,
  replaceManagers,
  replacePlacements,
} from './history-store';
import { endOn } from './period';
import { placeRevisionOf } from './place-revision';
import { countReportsFrom } from './reporting-line-store';

/** People must not be left without a manager unnoticed. */
export class StillHasReports extends Conflict {
  constructor(fullName: string, count: number) {
    super(
      {
        en: `${count} people report to ${fullName} on that day or later. Give them another manager first.`,
        zh: `该日及之后仍有 ${count} 人向${fullName}汇报，请先为他们更换上级。`,
      },
      { details: { count } },
    );
  }
}

/** Ends employment: from that day on the person works nowhere and for nobody here. The history stays. */
export const endEmployment = audited(
  'employee.end_employment',
  async (ctx: Context, input: unknown): Promise<Employee> => {
    const { employeeId, leftOn, revision } = parseInput(departureInput, input);
    authorise(ctx.viewer, 'update', 'Employee', { employeeId });
    await lockHistories(ctx.db);
    const employee = await getEmployeeRow(ctx.db, employeeId);
    await assertUnchanged(ctx.db, {
      thing: `place:${employeeId}`,
      seen: revision,
      read: () => placeRevisionOf(ctx.db, employeeId),
    });
    if (leftOn < employee.hiredOn) {
      throw new InvalidInput([
        {
          path: ['leftOn'],
          message: {
            en: `${employee.fullName} was hired on ${employee.hiredOn}.`,
            zh: `${employee.fullName}于 ${employee.hiredOn} 入职。`,
          },
        },
      ]);
    }
    const reports = await countReportsFrom(ctx.db, employeeId, leftOn);
    if (reports > 0) throw new StillHasReports(employee.fullName, reports);

    await updateEmployeeRow(ctx.db, employeeId, { leftOn });
    const placements = (await findPlacements(ctx.db, [employeeId])).get(employeeId) ?? [];
    await replacePlacements(ctx.db, employeeId, endOn(placements, leftOn));
    const managers = (await findManagers(ctx.db, [employeeId])).get(employeeId) ?? [];
    await replaceManagers(ctx.db, employeeId, endOn(managers, leftOn));
    return { ...employee, leftOn };
  },
  (_input, { employeeId, leftOn }) => ({
    subjectType: 'Employee',
    subjectId: employeeId,
    details: { leftOn },
  }),
);
