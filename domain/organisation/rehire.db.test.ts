import { describe, expect, it } from 'vitest';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aViewer } from '../../test/factories/viewer';
import { actAs } from '../../test/harness/act-as';
import { useDatabase } from '../../test/harness/use-database';
import { createEmployee, departmentOf, endEmployment, transferEmployee } from '.';
import { listEarlierEmployments } from './list-histories';

const database = useDatabase();
const hr = () => actAs(database.db, aViewer({ roles: ['hr'] })).ctx;

async function someoneWhoLeft() {
  const sales = await aDepartment(database.db, { code: 'SALES' });
  const service = await aDepartment(database.db, { code: 'SERVICE' });
  const employeeId = await anEmployee(database.db, { employeeNumber: '7', departmentId: sales });
  const ctx = hr();
  const { hiredOn } = await endEmployment(ctx, { employeeId, leftOn: '2026-02-01' });
  return { ctx, employeeId, sales, service, hiredOn };
}

describe('someone who left', () => {
  it('is taken back by a transfer, where that is meant', async () => {
    const { ctx, employeeId, sales, service, hiredOn } = await someoneWhoLeft();
    const transfer = {
      employeeId,
      departmentId: service,
      positionTitle: 'Adviser',
      managerEmployeeId: null,
      from: '2026-06-01',
    };
    await expect(transferEmployee(ctx, transfer)).rejects.toMatchObject({
      fields: [{ path: ['rehire'] }],
    });
    expect(await transferEmployee(ctx, { ...transfer, rehire: true })).toMatchObject({
      hiredOn: '2026-06-01',
      leftOn: null,
    });
    expect(await departmentOf(ctx, { employeeId, on: '2026-01-31' })).toBe(sales);
    expect(await departmentOf(ctx, { employeeId, on: '2026-03-01' })).toBeUndefined();
    expect(await departmentOf(ctx, { employeeId, on: '2026-06-01' })).toBe(service);
    expect(await listEarlierEmployments(ctx, { employeeIds: [employeeId] })).toEqual([
      [{ hiredOn, leftOn: '2026-02-01' }],
    ]);
    // The days between are no days of theirs: nobody is transferred into them.
    const between = { ...transfer, from: '2026-03-01', rehire: true };
    await expect(transferEmployee(ctx, between)).rejects.toMatchObject({
      fields: [{ path: ['from'] }],
    });
    // They may leave, and come back, again.
    await endEmployment(ctx, { employeeId, leftOn: '2026-07-01' });
    await transferEmployee(ctx, { ...transfer, from: '2026-08-01', rehire: true });
    const [earlier] = await listEarlierEmployments(ctx, { employeeIds: [employeeId] });
    expect(earlier?.map(({ leftOn }) => leftOn)).toEqual(['2026-02-01', '2026-07-01']);
  });

  it('is taken back as a new person with the same number, where that is meant', async () => {
    const { ctx, employeeId, service } = await someoneWhoLeft();
    const person = {
      employeeNumber: '7',
      fullName: 'Kim Newname',
      email: 'kim.new@example.org',
      locale: 'en',
      hiredOn: '2026-06-01',
      departmentId: service,
      positionTitle: 'Lead',
      managerEmployeeId: null,
    };
    await expect(createEmployee(ctx, person)).rejects.toMatchObject({
      fields: [{ path: ['rehire'] }],
    });
    expect(await createEmployee(ctx, { ...person, rehire: true })).toMatchObject({
      employeeId,
      fullName: 'Kim Newname',
      hiredOn: '2026-06-01',
      leftOn: null,
      departmentId: service,
    });
    await expect(createEmployee(ctx, { ...person, rehire: true })).rejects.toMatchObject({
      fields: [{ path: ['employeeNumber'] }],
    });
  });

  it('was never away where they come back on the day of leaving', async () => {
    const { ctx, employeeId, service, hiredOn } = await someoneWhoLeft();
    const transfer = {
      employeeId,
      departmentId: service,
      positionTitle: '',
      managerEmployeeId: null,
    };
    const back = await transferEmployee(ctx, { ...transfer, from: '2026-02-01', rehire: true });
    expect(back).toMatchObject({ hiredOn, leftOn: null });
    expect(await listEarlierEmployments(ctx, { employeeIds: [employeeId] })).toEqual([[]]);
  });
});
