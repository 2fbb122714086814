import { sql } from 'kysely';
import { accessibleWhere } from '../access';
import type { Context } from '../context';
import type { EmployeeEntry } from './employee';
import type { EmployeeFilter, EmployeeSort } from './employee-list';
import { selectEmployees } from './employee-store';

const sortColumns = {
  NAME: 'e.full_name',
  NUMBER: 'e.employee_number',
  HIRED_ON: 'e.hired_on',
} as const satisfies Record<EmployeeSort, string>;

/** Where a page begins or ends: the value that the list is sorted by, and the id. */
export type Position = readonly [key: string, employeeId: string];

export interface Slice {
  limit: number;
  after?: Position | undefined;
  before?: Position | undefined;
  /** From the end of the list backwards. */
  inverted?: boolean | undefined;
}

/** A part of the sorted list of those people whom the viewer may see. */
export function selectEmployeePage(
  ctx: Context,
  filter: EmployeeFilter,
  on: string,
  { limit, after, before, inverted = false }: Slice,
): Promise<EmployeeEntry[]> {
  const { isDescending } = filter;
  const column = sortColumns[filter.sort];
  const direction = isDescending !== inverted ? 'desc' : 'asc';
  let query = visibleEmployees(ctx, filter, on)
    .orderBy(column, direction)
    .orderBy('e.employee_id', direction)
    .limit(limit);
  const place = (position: Position) => {
    const [key, id] = position;
    const value = filter.sort === 'HIRED_ON' ? sql`${key}::date` : sql`${key}::text`;
    return sql`(${value}, ${id}::uuid)`;
  };
  const own = sql`(${sql.ref(column)}, e.employee_id)`;
  if (after)
    query = query.where(
      isDescending
        ? sql<boolean>`${own} < ${place(after)}`
        : sql<boolean>`${own} > ${place(after)}`,
    );
  if (before)
    query = query.where(
      isDescending
        ? sql<boolean>`${own} > ${place(before)}`
        : sql<boolean>`${own} < ${place(before)}`,
    );
  return query.execute();
}

/** How long the list is. */
export async function countVisibleEmployees(
  ctx: Context,
  filter: EmployeeFilter,
  on: string,
): Promise<number> {
  const { count } = await visibleEmployees(ctx, filter, on)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function visibleEmployees(ctx: Context, filter: EmployeeFilter, on: string) {
  let query = selectEmployees(ctx.db, on).where((eb) =>
    accessibleWhere(eb, ctx.viewer, 'read', 'Employee', { employeeId: 'e.employee_id' }),
  );
  if (filter.state === 'CURRENT')
    query = query.where(sql<boolean>`(e.left_on is null or e.left_on > ${on}::date)`);
  if (filter.state === 'LEFT') query = query.where(sql<boolean>`e.left_on <= ${on}::date`);
  if (filter.employeeIds) query = query.where('e.employee_id', 'in', filter.employeeIds);
  if (filter.peopleImportId) {
    const { peopleImportId } = filter;
    query = query.where('e.employee_number', 'in', (eb) =>
      eb
        .selectFrom('people_import_row')
        .select(sql<string>`employee_number`.as('number'))
        .where('people_import_id', '=', peopleImportId)
        .where('is_stored', '=', true)
        .where('outcome', 'in', ['created', 'rehired', 'updated']),
    );
  }
  if (filter.access) {
    query = query.where(sql<boolean>`not exists (
      select from user_account u where u.employee_id = e.employee_id and (
        u.disabled_at is not null
        or exists (select from credential c where c.user_account_id = u.user_account_id)
        or exists (select from access_link l where l.user_account_id = u.user_account_id
                   and l.purpose = 'invitation' and l.expires_at > ${ctx.clock.now()})))`);
  }
  if (filter.access === 'INVITABLE') {
    query = query
      .where('e.email', 'is not', null)
      .where(sql<boolean>`(e.left_on is null or e.left_on > ${on}::date)`);
  }
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
