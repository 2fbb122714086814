import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { newId, randomId } from '../../platform/ids';

/** Stores a department, by default a root of its own, with its place in the tree. */
export async function aDepartment(
  db: Db,
  facts: {
    code?: string;
    nameEn?: string;
    nameZh?: string;
    parentDepartmentId?: string;
    headEmployeeId?: string;
  } = {},
): Promise<string> {
  const departmentId = newId();
  await db
    .insertInto('department')
    .values({
      department_id: departmentId,
      code: facts.code ?? `D-${randomId().slice(0, 8)}`,
      name_en: facts.nameEn ?? 'Sales',
      name_zh: facts.nameZh ?? '销售部',
      parent_department_id: facts.parentDepartmentId ?? null,
      head_employee_id: facts.headEmployeeId ?? null,
    })
    .execute();
  await sql`
    insert into department_closure (ancestor_id, descendant_id, depth)
    select ancestor_id, ${departmentId}::uuid, depth + 1 from department_closure
    where descendant_id = ${facts.parentDepartmentId ?? null}::uuid
    union all select ${departmentId}::uuid, ${departmentId}::uuid, 0`.execute(db);
  return departmentId;
}

/** Stores an employee who works in the department, for the manager, since the day of hiring. */
export async function anEmployee(
  db: Db,
  facts: {
    departmentId?: string;
    managerEmployeeId?: string;
    fullName?: string;
    employeeNumber?: string;
    email?: string;
    positionTitle?: string;
    locale?: 'en' | 'zh';
    hiredOn?: string;
    leftOn?: string;
  } = {},
): Promise<string> {
  const employeeId = newId();
  const hiredOn = facts.hiredOn ?? '2024-01-08';
  const leftOn = facts.leftOn ?? null;
  await db
    .insertInto('employee')
    .values({
      employee_id: employeeId,
      employee_number: facts.employeeNumber ?? `E-${randomId().slice(0, 8)}`,
      full_name: facts.fullName ?? 'Kim Example',
      email: facts.email ?? null,
      locale: facts.locale ?? 'en',
      hired_on: hiredOn,
      left_on: leftOn,
    })
    .execute();
  const period = { employee_id: employeeId, valid_from: hiredOn, valid_to: leftOn };
  if (facts.departmentId) {
    await db
      .insertInto('department_membership')
      .values({
        department_membership_id: newId(),
        department_id: facts.departmentId,
        position_title: facts.positionTitle ?? 'Adviser',
        ...period,
      })
      .execute();
  }
  if (facts.managerEmployeeId) {
    await db
      .insertInto('reporting_line')
      .values({
        reporting_line_id: newId(),
        manager_employee_id: facts.managerEmployeeId,
        ...period,
      })
      .execute();
  }
  return employeeId;
}
