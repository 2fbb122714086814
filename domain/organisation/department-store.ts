import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { InvalidInput, NotFound } from '../../platform/errors';
import { assertUnchanged } from '../../platform/revision';
import { type Department, type DepartmentInput, departmentRevision } from './department';

function selectDepartments(db: Db) {
  return db
    .selectFrom('department as d')
    .leftJoin('employee as h', 'h.employee_id', 'd.head_employee_id')
    .select([
      'd.department_id as departmentId',
      'd.code',
      'd.name_en as nameEn',
      'd.name_zh as nameZh',
      'd.parent_department_id as parentDepartmentId',
      'd.head_employee_id as headEmployeeId',
      'h.full_name as headName',
      sql<number>`coalesce((select max(depth) from department_closure where descendant_id = d.department_id), 0)`.as(
        'level',
      ),
      sql<boolean>`d.archived_at is not null`.as('isArchived'),
    ]);
}

export async function findDepartments(
  db: Db,
  departmentIds: readonly string[],
): Promise<Department[]> {
  if (departmentIds.length === 0) return [];
  return selectDepartments(db).where('d.department_id', 'in', departmentIds).execute();
}

export async function getDepartment(db: Db, departmentId: string): Promise<Department> {
  const [department] = await findDepartments(db, [departmentId]);
  if (!department) throw new NotFound();
  return department;
}

/** NotFound where there is none; refuses where it is no longer what its editor showed. */
export async function assertDepartmentUnchanged(
  db: Db,
  departmentId: string,
  seen: string | undefined,
): Promise<void> {
  const read = async () => departmentRevision(await getDepartment(db, departmentId));
  await read();
  await assertUnchanged(db, { thing: `department:${departmentId}`, seen, read });
}

/** All departments, or those named; parents before their children, siblings by code. Archived ones only when asked for. */
export async function selectDepartmentTree(
  db: Db,
  departmentIds: 'all' | readonly string[],
  { withArchived = false } = {},
): Promise<Department[]> {
  if (departmentIds !== 'all' && departmentIds.length === 0) return [];
  const all = selectDepartments(db).orderBy('d.code');
  const query = withArchived ? all : all.where('d.archived_at', 'is', null);
  const rows = await (
    departmentIds === 'all' ? query : query.where('d.department_id', 'in', departmentIds)
  ).execute();
  return inTreeOrder(rows);
}

function inTreeOrder(departments: readonly Department[]): Department[] {
  const known = new Set(departments.map((department) => department.departmentId));
  const childrenOf = new Map<string | null, Department[]>();
  for (const department of departments) {
    const { parentDepartmentId: parentId } = department;
    const key = parentId && known.has(parentId) ? parentId : null;
    childrenOf.set(key, [...(childrenOf.get(key) ?? []), department]);
  }
  const ordered: Department[] = [];
  const visit = (parentId: string | null): void => {
    for (const department of childrenOf.get(parentId) ?? []) {
      ordered.push(department);
      visit(department.departmentId);
    }
  };
  visit(null);
  return ordered;
}

export async function insertDepartment(
  db: Db,
  departmentId: string,
  input: DepartmentInput,
): Promise<void> {
  await db
    .insertInto('department')
    .values({
      department_id: departmentId,
      code: input.code,
      name_en: input.nameEn,
      name_zh: input.nameZh,
      parent_department_id: input.parentDepartmentId,
    })
    .execute();
}

export async function updateDepartmentRow(
  db: Db,
  {
    departmentId,
    ...change
  }: { departmentId: string } & Partial<DepartmentInput> & { headEmployeeId?: string | null },
): Promise<void> {
  await db
    .updateTable('department')
    .set({
      ...(change.code !== undefined && { code: change.code }),
      ...(change.nameEn !== undefined && { name_en: change.nameEn }),
      ...(change.nameZh !== undefined && { name_zh: change.nameZh }),
      ...(change.parentDepartmentId !== undefined && {
        parent_department_id: change.parentDepartmentId,
      }),
      ...(change.headEmployeeId !== undefined && { head_employee_id: change.headEmployeeId }),
      updated_at: sql`now()`,
    })
    .where('department_id', '=', departmentId)
    .execute();
}

export async function storeArchiving(
  db: Db,
  departmentId: string,
  archivedAt: Date | null,
): Promise<void> {
  await db
    .updateTable('department')
    .set({ archived_at: archivedAt, updated_at: sql`now()` })
    .where('department_id', '=', departmentId)
    .execute();
}

/** Refuses a code that another department has. */
export async function assertCodeIsFree(
  db: Db,
  code: string,
  exceptDepartmentId?: string,
): Promise<void> {
  const taken = await db
    .selectFrom('department')
    .select('department_id')
    .where('code', '=', code)
    .executeTakeFirst();
  if (!taken || taken.department_id === exceptDepartmentId) return;
  throw new InvalidInput([
    {
      path: ['code'],
      message: {
        en: `The code ${code} is taken. Choose another.`,
        zh: `代码 ${code} 已被使用，请换一个。`,
      },
    },
  ]);
}

/** How many people work in each of these departments or below on that day. */
export async function countMembers(
  db: Db,
  departmentIds: readonly string[],
  on: string,
): Promise<Map<string, number>> {
  if (departmentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('department_closure as c')
    .innerJoin('department_membership as m', 'm.department_id', 'c.descendant_id')
    .select(['c.ancestor_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('c.ancestor_id', 'in', departmentIds)
    .where(
      sql<boolean>`(m.valid_from <= ${on}::date and (m.valid_to is null or m.valid_to > ${on}::date))`,
    )
    .groupBy('c.ancestor_id')
    .execute();
  return new Map(rows.map((row) => [row.ancestor_id, row.count]));
}

/** What keeps a department from being archived: departments below it, and people who are or will be there. */
export async function countOccupants(db: Db, departmentId: string, on: string) {
  const { rows } = await sql<{ departments: number; people: number }>`
    select (select count(*) from department where parent_department_id = ${departmentId} and archived_at is null) as departments,
           (select count(distinct employee_id) from department_membership
            where department_id = ${departmentId} and (valid_to is null or valid_to > ${on}::date)) as people`.execute(
    db,
  );
  return rows[0] ?? { departments: 0, people: 0 };
}

/** Lets one change of the tree wait for the other, so that two moves cannot make a ring together. */
export async function lockDepartmentTree(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('department_tree'))`.execute(db);
}

/**
 * Rebuilds every ancestor–descendant pair of today, and what stood above which department on which day. The tree holds
 * hundreds of departments, so the whole is cheaper than care.
 */
export async function rebuildDepartmentClosure(db: Db): Promise<void> {
  await sql`delete from department_closure`.execute(db);
  await sql`
    insert into department_closure (ancestor_id, descendant_id, depth)
    with recursive up as (
      select department_id as descendant_id, department_id as ancestor_id, 0 as depth from department
      union all
      select up.descendant_id, d.parent_department_id, up.depth + 1
      from up join department d on d.department_id = up.ancestor_id
      where d.parent_department_id is not null
    )
    select ancestor_id, descendant_id, depth from up`.execute(db);
  await sql`select rebuild_department_placement()`.execute(db);
}
