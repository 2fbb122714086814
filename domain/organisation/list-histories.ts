import { isAllowed } from '../access';
import type { Context } from '../context';
import type { Employment } from './employment';
import { findEarlierEmployments } from './employment-store';
import {
  findManagers,
  findNames,
  findPlacements,
  type Manager,
  type Placement,
} from './history-store';
import type { Period } from './period';

export interface NamedManager extends Manager {
  fullName: string;
}

/** Where each of these people worked, newest first; nothing about people whom the viewer may not see. */
export async function listPlacementHistories(
  ctx: Context,
  { employeeIds }: { employeeIds: readonly string[] },
): Promise<Period<Placement>[][]> {
  const found = await findPlacements(ctx.db, visibleIds(ctx, employeeIds));
  return employeeIds.map((id) => [...(found.get(id) ?? [])].reverse());
}

/** To whom each of these people reported, newest first; nothing about people whom the viewer may not see. */
export async function listManagerHistories(
  ctx: Context,
  { employeeIds }: { employeeIds: readonly string[] },
): Promise<Period<NamedManager>[][]> {
  const found = await findManagers(ctx.db, visibleIds(ctx, employeeIds));
  const managerIds = [...found.values()].flatMap((periods) =>
    periods.map(({ value }) => value.managerEmployeeId),
  );
  const names = await findNames(ctx.db, [...new Set(managerIds)]);
  return employeeIds.map((id) =>
    (found.get(id) ?? [])
      .map(({ value, ...period }) => ({
        ...period,
        value: { ...value, fullName: names.get(value.managerEmployeeId) ?? '' },
      }))
      .reverse(),
  );
}

/** Employments of these people that ended before they came back; nothing about people whom the viewer may not see. */
export async function listEarlierEmployments(
  ctx: Context,
  { employeeIds }: { employeeIds: readonly string[] },
): Promise<Employment[][]> {
  const found = await findEarlierEmployments(ctx.db, visibleIds(ctx, employeeIds));
  return employeeIds.map((id) => found.get(id) ?? []);
}

function visibleIds(ctx: Context, employeeIds: readonly string[]): string[] {
  return employeeIds.filter((employeeId) =>
    isAllowed(ctx.viewer, 'read', 'Employee', { employeeId }),
  );
}
