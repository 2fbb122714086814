import { sql } from 'kysely';
import { InvalidInput } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { accessibleWhere, isAllowed } from '../access';
import type { Context } from '../context';
import type { EmployeeEntry } from './employee';
import {
  decodeCursor,
  type EmployeeFilter,
  employeeFilter,
  encodeCursor,
  type EmployeeSort,
  type PageRequest,
} from './employee-list';
import { findEmployees, selectEmployees } from './employee-store';
import { todayOf } from './today';

export interface ListedEmployee extends EmployeeEntry {
  cursor: string;
}

const sortColumns = {
  NAME: {
    column: 'e.full_name',
    keyOf: (entry: EmployeeEntry) => entry.fullName,
    isDescending: false,
  },
  NUMBER: {
    column: 'e.employee_number',
    keyOf: (entry: EmployeeEntry) => entry.employeeNumber,
    isDescending: false,
  },
  NEWEST: {
    column: 'e.hired_on',
    keyOf: (entry: EmployeeEntry) => entry.hiredOn,
    isDescending: true,
  },
} as const satisfies Record<EmployeeSort, unknown>;

/** One page of the people whom the viewer may see. */
export async function listEmployees(
  ctx: Context,
  { filter, page }: { filter: unknown; page: PageRequest },
): Promise<ListedEmployee[]> {
  const parsed = parseInput(employeeFilter, filter);
  const { column, keyOf, isDescending } = sortColumns[parsed.sort];
  const goesDown = isDescending !== (page.inverted ?? false);
  let query = visibleEmployees(ctx, parsed)
    .orderBy(column, goesDown ? 'desc' : 'asc')
    .orderBy('e.employee_id', goesDown ? 'desc' : 'asc')
    .limit(page.limit);
  for (const [cursor, isDown] of [
    [page.after, isDescending],
    [page.before, !isDescending],
  ] as const) {
    if (!cursor) continue;
    const [key, id] = positionOf(cursor);
    const keyValue = parsed.sort === 'NEWEST' ? sql`${key}::date` : sql`${key}::text`;
    query = query.where(
      isDown
        ? sql<boolean>`(${sql.ref(column)}, e.employee_id) < (${keyValue}, ${id}::uuid)`
        : sql<boolean>`(${sql.ref(column)}, e.employee_id) > (${keyValue}, ${id}::uuid)`,
    );
  }
  const rows = await query.execute();
  return rows.map((entry) => ({ ...entry, cursor: encodeCursor(keyOf(entry), entry.employeeId) }));
}

/** How many people the whole list has. */
export async function countEmployees(
  ctx: Context,
  { filter }: { filter: unknown },
): Promise<number> {
  const { count } = await visibleEmployees(ctx, parseInput(employeeFilter, filter))
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
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

function positionOf(cursor: string): [key: string, employeeId: string] {
  const position = decodeCursor(cursor);
  if (position) return position;
  throw new InvalidInput([
    {
      path: ['after'],
      message: { en: 'This is no cursor of this list.', zh: '该游标不属于此列表。' },
    },
  ]);
}

function visibleEmployees(ctx: Context, filter: EmployeeFilter) {
  const today = todayOf(ctx);
  let query = selectEmployees(ctx.db, today).where((eb) =>
    accessibleWhere(eb, ctx.viewer, 'read', 'Employee', { employeeId: 'e.employee_id' }),
  );
  if (filter.state === 'CURRENT')
    query = query.where(sql<boolean>`(e.left_on is null or e.left_on > ${today}::date)`);
  if (filter.state === 'LEFT') query = query.where(sql<boolean>`e.left_on <= ${today}::date`);
  if (filter.managerEmployeeId)
    query = query.where('r.manager_employee_id', '=', filter.managerEmployeeId);
  if (filter.departmentId) {
    const { departmentId } = filter;
    query = query.where('m.department_id', 'in', (eb) =>
      eb
        .selectFrom('department_closure')
        .select('descendant_id')
        .where('ancestor_id', '=', departmentId),
    );
  }
  for (const word of (filter.search ?? '').split(/\s+/).filter(Boolean).slice(0, 6)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([
        eb('e.full_name', 'ilike', pattern),
        eb('e.employee_number', 'ilike', pattern),
        eb('e.email', 'ilike', pattern),
        eb('m.position_title', 'ilike', pattern),
      ]),
    );
  }
  return query;
}
