import { describe, expect, it } from 'vitest';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aViewer } from '../../test/factories/viewer';
import { actAs } from '../../test/harness/act-as';
import { useDatabase } from '../../test/harness/use-database';
import {
  createEmployee,
  departmentOf,
  directReportsOf,
  endEmployment,
  isInReportingLineOf,
  listMembersOf,
  listPlacementHistories,
  managerOf,
  transferEmployee,
} from '.';

const database = useDatabase();
const hr = () => actAs(database.db, aViewer({ roles: ['hr'] })).ctx;

async function twoDepartments() {
  const { db } = database;
  const root = await aDepartment(db);
  const [sales, service] = [
    await aDepartment(db, { parentDepartmentId: root }),
    await aDepartment(db, { parentDepartmentId: root }),
  ];
  const [salesLead, serviceLead] = [
    await anEmployee(db, { departmentId: sales }),
    await anEmployee(db, { departmentId: service }),
  ];
  const employeeId = await anEmployee(db, { departmentId: sales, managerEmployeeId: salesLead });
  return { root, sales, service, salesLead, serviceLead, employeeId };
}

describe('a transfer', () => {
  it('leaves March to the department of March', async () => {
    const ctx = hr();
    const { root, sales, service, salesLead, serviceLead, employeeId } = await twoDepartments();
    await transferEmployee(ctx, {
      employeeId,
      departmentId: service,
      positionTitle: 'Service adviser',
      managerEmployeeId: serviceLead,
      from: '2026-04-01',
    });
    expect(await departmentOf(ctx, { employeeId, on: '2026-03-31' })).toBe(sales);
    expect(await departmentOf(ctx, { employeeId, on: '2026-04-01' })).toBe(service);
    expect(await managerOf(ctx, { employeeId, on: '2026-03-31' })).toBe(salesLead);
    expect(await directReportsOf(ctx, { employeeId: serviceLead, on: '2026-04-01' })).toEqual([
      employeeId,
    ]);
    const inMarch = await listMembersOf(ctx, { departmentId: sales, on: '2026-03-15' });
    expect(inMarch.map((member) => member.employeeId)).toContain(employeeId);
    expect(await listMembersOf(ctx, { departmentId: root, on: '2026-05-01' })).toHaveLength(3);
  });

  it('into the past stops where a later one begins', async () => {
    const ctx = hr();
    const { sales, service, salesLead, employeeId } = await twoDepartments();
    const change = { employeeId, positionTitle: 'Adviser', managerEmployeeId: salesLead };
    await transferEmployee(ctx, { ...change, departmentId: service, from: '2026-06-01' });
    await transferEmployee(ctx, {
      ...change,
      departmentId: service,
      positionTitle: 'Trainee',
      from: '2026-04-01',
    });
    const [history] = await listPlacementHistories(ctx, { employeeIds: [employeeId] });
    expect(
      history?.map(({ from, to, value }) => [from, to, value.departmentId, value.positionTitle]),
    ).toEqual([
      ['2026-06-01', null, service, 'Adviser'],
      ['2026-04-01', '2026-06-01', service, 'Trainee'],
      ['2024-01-08', '2026-04-01', sales, 'Adviser'],
    ]);
  });

  it('is refused before the person was hired', async () => {
    const { service, employeeId } = await twoDepartments();
    const early = {
      employeeId,
      departmentId: service,
      positionTitle: '',
      managerEmployeeId: null,
      from: '2023-12-31',
    };
    await expect(transferEmployee(hr(), early)).rejects.toMatchObject({
      fields: [{ path: ['from'] }],
    });
  });

  it('never puts a person above their own manager', async () => {
    const { sales, salesLead, employeeId } = await twoDepartments();
    const ring = {
      employeeId: salesLead,
      departmentId: sales,
      positionTitle: '',
      managerEmployeeId: employeeId,
      from: '2026-04-01',
    };
    await expect(transferEmployee(hr(), ring)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('people', () => {
  it('begin with a department and a manager on the day of hiring', async () => {
    const ctx = hr();
    const { sales, salesLead } = await twoDepartments();
    const { employeeId } = await createEmployee(ctx, {
      employeeNumber: 'N-1',
      fullName: '陈嘉怡',
      email: 'jiayi@example.org',
      locale: 'zh',
      hiredOn: '2026-02-01',
      departmentId: sales,
      positionTitle: '顾问',
      managerEmployeeId: salesLead,
    });
    expect(await departmentOf(ctx, { employeeId, on: '2026-01-31' })).toBeUndefined();
    expect(await departmentOf(ctx, { employeeId, on: '2026-02-01' })).toBe(sales);
    expect(
      await isInReportingLineOf(ctx, {
        employeeId,
        managerEmployeeId: salesLead,
        on: '2026-02-01',
      }),
    ).toBe(true);
  });

  it('leave only when nobody is left without a manager', async () => {
    const ctx = hr();
    const { salesLead, employeeId, sales } = await twoDepartments();
    await expect(
      endEmployment(ctx, { employeeId: salesLead, leftOn: '2026-12-01' }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { count: 1 },
    });
    await endEmployment(ctx, { employeeId, leftOn: '2026-12-01' });
    expect(await departmentOf(ctx, { employeeId, on: '2026-11-30' })).toBe(sales);
    expect(await departmentOf(ctx, { employeeId, on: '2026-12-01' })).toBeUndefined();
  });

  it('keep number and mail address to themselves', async () => {
    const { sales } = await twoDepartments();
    await anEmployee(database.db, { employeeNumber: 'N-7', email: 'kim@example.org' });
    const same = {
      employeeNumber: 'N-7',
      fullName: 'Lee',
      email: 'KIM@example.org',
      locale: 'en',
      hiredOn: '2026-02-01',
      departmentId: sales,
      positionTitle: '',
      managerEmployeeId: null,
    };
    await expect(createEmployee(hr(), same)).rejects.toMatchObject({
      fields: [{ path: ['employeeNumber'] }],
    });
    await expect(createEmployee(hr(), { ...same, employeeNumber: 'N-8' })).rejects.toMatchObject({
      fields: [{ path: ['email'] }],
    });
  });
});
