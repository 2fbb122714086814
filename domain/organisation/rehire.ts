import { InvalidInput } from '../../platform/errors';
import type { Text } from '../../universal/text';
import type { Context } from '../context';
import type { Employee } from './employee';
import { updateEmployeeRow } from './employee-store';
import { canBeHiredAgain, hiredAgain } from './employment';
import { insertEarlierEmployments } from './employment-store';
import { employedOf } from './placement-rules';
import { todayOf } from './today';

const doubt = (fullName: string, leftOn: string): Text => ({
  en: `${fullName} left on ${leftOn}. If this is the same person and they come back, tick “Comes back”.`,
  zh: `${fullName}已于 ${leftOn} 离职。如果是同一人返聘，请勾选“返聘”。`,
});

/** Nobody is taken back unnoticed: a number may be somebody else's now, a day may be a slip. */
export function assertMeantToComeBack(
  { fullName, leftOn }: Pick<Employee, 'fullName' | 'leftOn'>,
  isMeant: boolean,
): void {
  if (isMeant || leftOn === null) return;
  throw new InvalidInput([{ path: ['rehire'], message: doubt(fullName, leftOn) }]);
}

/**
 * Lets a person who left work here again from a day on. The earlier employment and its places stay in the history; an
 * account does not come back with it. Runs in the caller's transaction, which gives the person a place.
 */
export async function rehire(
  ctx: Context,
  employee: Employee,
  { on, field }: { on: string; field: string },
): Promise<void> {
  if (!canBeHiredAgain(employee, on, todayOf(ctx))) {
    const { fullName, leftOn } = employee;
    const message = {
      en: `${fullName} works here until ${leftOn ?? ''}: give that day, or take them back once they have left.`,
      zh: `${fullName}在职至 ${leftOn ?? ''}：请填写该日期，或在其离职后再返聘。`,
    };
    throw new InvalidInput([{ path: [field], message }]);
  }
  const { employeeId } = employee;
  const { hiredOn, leftOn, earlier } = hiredAgain(await employedOf(ctx.db, employee), on);
  await insertEarlierEmployments(
    ctx.db,
    earlier.map((employment) => ({ employeeId, ...employment })),
  );
  await updateEmployeeRow(ctx.db, employeeId, { hiredOn, leftOn });
}
