import { dayOf } from './days';
import type { DemoDepartment } from './demo-directory';
import type { SeedContext } from './seed-context';
import { drawStaff, type Staff } from './staffing';
import { seedTouchpoints } from './touchpoints';

const TIME_ZONE = 'Europe/London';

/** Creates Aster Home: the organisation, its departments, everyone who works or worked there, and its touchpoints. */
export async function seedOrganisation(seed: SeedContext): Promise<void> {
  const random = seed.random('organisation');
  const organisationId = random.uuid();
  await seed.copy(
    'organisation',
    ['organisation_id', 'name_en', 'name_zh', 'time_zone', 'default_locale', 'is_demo'],
    [[organisationId, 'Aster Home', '阿斯特家居', TIME_ZONE, 'en', true]],
  );

  const staff = drawStaff(random, dayOf(seed.now, TIME_ZONE));
  await copyEmployees(seed, staff);
  await copyDepartments(seed, staff.departments);
  await copyHistory(seed, staff);
  const touchpoints = await seedTouchpoints(seed, staff.departments);
  seed.setDirectory({ organisationId, timeZone: TIME_ZONE, touchpoints, ...staff });
  seed.report(`${staff.departments.length} departments, ${staff.employees.length} employees`);
}

async function copyEmployees(seed: SeedContext, { employees }: Staff) {
  await seed.copy(
    'employee',
    ['employee_id', 'employee_number', 'full_name', 'email', 'locale', 'hired_on', 'left_on'],
    employees.map(({ id, number, name, mail, locale, hiredOn, leftOn }) => [
      id,
      number,
      name,
      mail,
      locale,
      hiredOn,
      leftOn,
    ]),
  );
}

async function copyDepartments(seed: SeedContext, departments: DemoDepartment[]) {
  const byCode = new Map(departments.map((department) => [department.code, department]));
  await seed.copy(
    'department',
    ['department_id', 'code', 'name_en', 'name_zh', 'parent_department_id', 'head_employee_id'],
    departments.map(({ id, code, nameEn, nameZh, parentCode, headEmployeeId }) => [
      id,
      code,
      nameEn,
      nameZh,
      parentCode === null ? null : (byCode.get(parentCode)?.id ?? null),
      headEmployeeId,
    ]),
  );
  function* closure() {
    for (const department of departments) {
      let ancestor: DemoDepartment | undefined = department;
      for (let depth = 0; ancestor; depth++) {
        yield [ancestor.id, department.id, depth];
        ancestor = ancestor.parentCode === null ? undefined : byCode.get(ancestor.parentCode);
      }
    }
  }
  await seed.copy('department_closure', ['ancestor_id', 'descendant_id', 'depth'], closure());
}

async function copyHistory(seed: SeedContext, { employees, departments }: Staff) {
  const random = seed.random('organisation history');
  const idOf = new Map(departments.map(({ code, id }) => [code, id]));
  const memberships = employees.flatMap((employee) =>
    employee.memberships.map(({ departmentCode, from, to }, index) => [
      random.uuidAt(new Date(`${from}T09:00:00Z`)),
      employee.id,
      idOf.get(departmentCode) ?? null,
      employee.titles[index] ?? '',
      from,
      to,
    ]),
  );
  await seed.copy(
    'department_membership',
    [
      'department_membership_id',
      'employee_id',
      'department_id',
      'position_title',
      'valid_from',
      'valid_to',
    ],
    memberships,
  );
  const lines = employees.flatMap((employee) =>
    employee.reportingLines.map(({ managerId, from, to }) => [
      random.uuidAt(new Date(`${from}T09:00:00Z`)),
      employee.id,
      managerId,
      from,
      to,
    ]),
  );
  await seed.copy(
    'reporting_line',
    ['reporting_line_id', 'employee_id', 'manager_employee_id', 'valid_from', 'valid_to'],
    lines,
  );
}
