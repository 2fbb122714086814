import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../platform/errors';
import type { Role } from '../access';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aViewer } from '../../test/factories/viewer';
import { actAs } from '../../test/harness/act-as';
import { useDatabase } from '../../test/harness/use-database';
import { countEmployees, listEmployees, listEmployeesById } from '.';

const database = useDatabase();
const as = (roles: Role[], facts = {}) => actAs(database.db, aViewer({ roles, ...facts })).ctx;
const names = async (ctx: ReturnType<typeof as>, filter = {}, limit = 50) =>
  (await listEmployees(ctx, { filter, page: { limit } })).map((entry) => entry.fullName);

async function company() {
  const { db } = database;
  const stores = await aDepartment(db);
  const camden = await aDepartment(db, { parentDepartmentId: stores });
  const ada = await anEmployee(db, {
    fullName: 'Ada',
    departmentId: camden,
    hiredOn: '2020-01-01',
    employeeNumber: 'A1',
  });
  const bo = await anEmployee(db, {
    fullName: 'Bo 波',
    departmentId: camden,
    managerEmployeeId: ada,
    employeeNumber: 'A3',
  });
  const cy = await anEmployee(db, {
    fullName: 'Cy',
    departmentId: stores,
    leftOn: '2025-05-01',
    employeeNumber: 'A2',
  });
  return { stores, camden, ada, bo, cy };
}

describe('the list of people', () => {
  it('shows who is there, by name, with place and manager', async () => {
    const { camden, ada } = await company();
    const [first, second, ...rest] = await listEmployees(as(['hr']), {
      filter: {},
      page: { limit: 10 },
    });
    expect(first).toMatchObject({ fullName: 'Ada', departmentId: camden });
    expect(second).toMatchObject({ fullName: 'Bo 波', managerEmployeeId: ada });
    expect(rest).toEqual([]);
  });

  it('finds by parts of name and number, within a part of the tree, and those who left', async () => {
    const { stores } = await company();
    const ctx = as(['administrator']);
    expect(await names(ctx, { search: 'b a3' })).toEqual(['Bo 波']);
    expect(await names(ctx, { search: '波' })).toEqual(['Bo 波']);
    expect(await names(ctx, { search: '%' })).toEqual([]);
    expect(await names(ctx, { departmentId: stores })).toEqual(['Ada', 'Bo 波']);
    expect(await names(ctx, { state: 'LEFT' })).toEqual(['Cy']);
    expect(await names(ctx, { state: 'ALL', sort: 'NUMBER' })).toEqual(['Ada', 'Cy', 'Bo 波']);
    expect(await countEmployees(ctx, { filter: { state: 'ALL' } })).toBe(3);
  });

  it('goes on where the page before ended, in every order', async () => {
    await company();
    const ctx = as(['hr']);
    for (const [sort, isDescending] of [
      ['NAME', false],
      ['NUMBER', true],
      ['HIRED_ON', true],
      ['HIRED_ON', false],
    ] as const) {
      const filter = { state: 'ALL', sort, isDescending };
      const all = await names(ctx, filter);
      const [first] = await listEmployees(ctx, { filter, page: { limit: 1 } });
      const rest = await listEmployees(ctx, { filter, page: { limit: 9, after: first?.cursor } });
      expect([first, ...rest].map((entry) => entry?.fullName)).toEqual(all);
      const back = await listEmployees(ctx, {
        filter,
        page: { limit: 1, before: rest[1]?.cursor, inverted: true },
      });
      expect(back.map((entry) => entry.fullName)).toEqual([all[1]]);
    }
  });

  it('refuses a place that is none in this order, and finds nobody among nobody', async () => {
    await company();
    const ctx = as(['hr']);
    const [byName] = await listEmployees(ctx, { filter: {}, page: { limit: 1 } });
    const page = { limit: 1, after: byName?.cursor };
    const filter = { sort: 'HIRED_ON' };
    await expect(listEmployees(ctx, { filter, page })).rejects.toBeInstanceOf(InvalidInput);
    expect(await names(ctx, { employeeIds: [] })).toEqual([]);
  });

  it('shows a manager the own reports, an employee themselves, and others nobody', async () => {
    const { ada, bo } = await company();
    expect(
      await names(as(['manager', 'employee'], { employeeId: ada, reportEmployeeIds: [bo] })),
    ).toEqual(['Ada', 'Bo 波']);
    expect(await names(as(['employee'], { employeeId: bo }))).toEqual(['Bo 波']);
    expect(await names(as(['analyst', 'executive', 'case_owner']))).toEqual([]);
    expect(
      await listEmployeesById(as(['employee'], { employeeId: bo }), { employeeIds: [ada, bo] }),
    ).toEqual([null, expect.objectContaining({ employeeId: bo })]);
  });
});
