import { hashPassword } from '../domain/identity';
import { demoAccounts, demoPassword } from './demo-accounts';
import type { DemoEmployee } from './demo-directory';
import { employeesOn } from './demo-directory';
import { dayOf } from './days';
import type { SeedContext } from './seed-context';

/** Everybody who works at Aster Home may sign in; a few have roles. */
export async function seedIdentity(seed: SeedContext): Promise<void> {
  const { directory, now } = seed;
  const random = seed.random('identity');
  const staff = employeesOn(directory, dayOf(now, directory.timeZone));
  const accountIds = new Map(staff.map((employee) => [employee.id, random.uuidAt(now)]));
  const idOf = (employee: DemoEmployee) => accountIds.get(employee.id) ?? null;
  // One hash for all: each costs 15 ms, and everybody may know the password anyway.
  const passwordHash = await hashPassword(demoPassword);
  const offered = new Set(demoAccounts.map(({ email }) => email));

  await seed.copy(
    'user_account',
    ['user_account_id', 'employee_id', 'email', 'display_name', 'is_demo'],
    staff.map((employee) => [
      idOf(employee),
      employee.id,
      employee.mail,
      employee.name,
      offered.has(employee.mail),
    ]),
  );
  await seed.copy(
    'credential',
    ['user_account_id', 'password_hash'],
    staff.map((employee) => [idOf(employee), passwordHash]),
  );
  await seed.copy(
    'role_grant',
    ['role_grant_id', 'user_account_id', 'role', 'department_id', 'granted_at'],
    grantsOf(seed).flatMap(([role, employee, departmentId]) => {
      const accountId = idOf(employee);
      return accountId ? [[random.uuidAt(now), accountId, role, departmentId, now]] : [];
    }),
  );
  seed.report(`${staff.length} accounts, of which ${demoAccounts.length} are offered`);
}

/** The cast's roles, and the heads of the divisions. */
function grantsOf({
  directory,
}: SeedContext): [role: string, employee: DemoEmployee, departmentId: string | null][] {
  const { cast, departments, employees } = directory;
  const heads = departments
    .filter(({ level }) => level === 1)
    .flatMap(({ id, headEmployeeId }) => {
      const head = employees.find((employee) => employee.id === headEmployeeId);
      return head ? [['department_head', head, id] as [string, DemoEmployee, string]] : [];
    });
  return [
    ['executive', cast.executive, null],
    ['hr', cast.hr, null],
    ['analyst', cast.analyst, null],
    ['case_owner', cast.caseOwner, null],
    ['administrator', cast.administrator, null],
    ...heads,
  ];
}
