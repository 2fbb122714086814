import { cursorOf, placeOf } from '../../platform/list-cursor';
import { parseInput } from '../../platform/parse-input';
import { authorise, isAllowed } from '../access';
import type { Context } from '../context';
import type { EmployeeEntry } from './employee';
import {
  type EmployeeFilter,
  employeeFilter,
  employeePlace,
  type EmployeeSort,
  type PageRequest,
} from './employee-list';
import { countVisibleEmployees, selectEmployeePage } from './employee-list-store';
import { findEmployees } from './employee-store';
import { todayOf } from './today';

export interface ListedEmployee extends EmployeeEntry {
  cursor: string;
}

const sortKeys: Record<EmployeeSort, (entry: EmployeeEntry) => string> = {
  NAME: (entry) => entry.fullName,
  NUMBER: (entry) => entry.employeeNumber,
  HIRED_ON: (entry) => entry.hiredOn,
};

/** One page of the people whom the viewer may see. */
export async function listEmployees(
  ctx: Context,
  { filter, page }: { filter: unknown; page: PageRequest },
): Promise<ListedEmployee[]> {
  const parsed = parseFilter(ctx, filter);
  const { after, before, ...size } = page;
  const place = employeePlace(parsed.sort);
  const slice = { ...size, after: placeOf(place, after), before: placeOf(place, before) };
  const entries = await selectEmployeePage(ctx, parsed, todayOf(ctx), slice);
  const keyOf = sortKeys[parsed.sort];
  return entries.map((entry) => ({
    ...entry,
    cursor: cursorOf([keyOf(entry), entry.employeeId]),
  }));
}

/** How many people the whole list has. */
export function countEmployees(ctx: Context, { filter }: { filter: unknown }): Promise<number> {
  return countVisibleEmployees(ctx, parseFilter(ctx, filter), todayOf(ctx));
}

/** One entry per id asked for, in that order; null where there is none or the viewer may not see the person. */
export async function listEmployeesById(
  ctx: Context,
  { employeeIds }: { employeeIds: readonly string[] },
): Promise<(EmployeeEntry | null)[]> {
  const visible = employeeIds.filter((employeeId) =>
    isAllowed(ctx.viewer, 'read', 'Employee', { employeeId }),
  );
  const found = new Map(
    (await findEmployees(ctx.db, visible, todayOf(ctx))).map((entry) => [entry.employeeId, entry]),
  );
  return employeeIds.map((employeeId) => found.get(employeeId) ?? null);
}

/** Some of what a list can be narrowed to tells more about people than the list itself. */
function parseFilter(ctx: Context, filter: unknown): EmployeeFilter {
  const parsed = parseInput(employeeFilter, filter);
  if (parsed.access) authorise(ctx.viewer, 'manage', 'UserAccount');
  if (parsed.peopleImportId) authorise(ctx.viewer, 'create', 'Employee');
  return parsed;
}
