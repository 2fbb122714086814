import { describe, expect, it } from 'vitest';
import { ChangedMeanwhile } from '../../platform/revision';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aViewer } from '../../test/factories/viewer';
import { actAs } from '../../test/harness/act-as';
import { useDatabase } from '../../test/harness/use-database';
import { systemViewer } from '../access';
import {
  departmentRevision,
  employeeRevision,
  endEmployment,
  getOrganisation,
  getPlaceRevision,
  listDepartmentsById,
  listEmployeesById,
  moveDepartment,
  organisationRevision,
  transferEmployee,
  updateDepartment,
  updateEmployee,
  updateOrganisation,
} from '.';

const database = useDatabase();
const system = () => actAs(database.db, systemViewer).ctx;
const administrator = () => actAs(database.db, aViewer({ roles: ['administrator'] })).ctx;

async function departmentOf(departmentId: string) {
  return (await listDepartmentsById(system(), { departmentIds: [departmentId] }))[0]!;
}

async function personOf(employeeId: string) {
  return (await listEmployeesById(system(), { employeeIds: [employeeId] }))[0]!;
}

describe('two windows with the editor of a department', () => {
  it('store what was typed into the second only over what it has seen', async () => {
    const departmentId = await aDepartment(database.db, { code: 'SHOP', nameEn: 'Shop' });
    const stored = await departmentOf(departmentId);
    const revision = departmentRevision(stored);
    const change = { departmentId, code: 'SHOP', nameZh: '商店', headEmployeeId: null };
    const first = { ...change, nameEn: 'Store', revision };
    await updateDepartment(administrator(), first);
    const second = { ...change, nameEn: 'Boutique', revision };
    await expect(updateDepartment(administrator(), second)).rejects.toBeInstanceOf(
      ChangedMeanwhile,
    );
    expect((await departmentOf(departmentId)).nameEn).toBe('Store');
    const seen = departmentRevision(await departmentOf(departmentId));
    await updateDepartment(administrator(), { ...second, revision: seen });
    expect((await departmentOf(departmentId)).nameEn).toBe('Boutique');
  });

  it('move it only from where the second saw it', async () => {
    const departmentId = await aDepartment(database.db);
    const [north, south] = [await aDepartment(database.db), await aDepartment(database.db)];
    const revision = departmentRevision(await departmentOf(departmentId));
    const move = (parentDepartmentId: string) =>
      moveDepartment(administrator(), { departmentId, parentDepartmentId, revision });
    await move(north);
    await expect(move(south)).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect((await departmentOf(departmentId)).parentDepartmentId).toBe(north);
  });
});

describe('two windows with the editor of a person', () => {
  it('store what was typed into the second only over what it has seen', async () => {
    const departmentId = await aDepartment(database.db);
    const employeeId = await anEmployee(database.db, { departmentId, fullName: 'Ann' });
    const stored = await personOf(employeeId);
    const { employeeNumber, email, locale } = stored;
    const revision = employeeRevision(stored);
    const save = (fullName: string) =>
      updateEmployee(system(), { employeeId, employeeNumber, email, locale, fullName, revision });
    await save('Ann Bell');
    await expect(save('Ann Cole')).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect((await personOf(employeeId)).fullName).toBe('Ann Bell');
  });

  it('transfer the person only from where the second saw them', async () => {
    const [stores, online] = [await aDepartment(database.db), await aDepartment(database.db)];
    const employeeId = await anEmployee(database.db, { departmentId: stores });
    const revision = await getPlaceRevision(system(), { employeeId });
    const transfer = (positionTitle: string) =>
      transferEmployee(system(), {
        employeeId,
        departmentId: online,
        positionTitle,
        managerEmployeeId: null,
        from: '2026-03-02',
        revision,
      });
    await transfer('Adviser');
    const placed = await getPlaceRevision(system(), { employeeId });
    await expect(transfer('Head')).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect(await getPlaceRevision(system(), { employeeId })).toBe(placed);
    expect(placed).not.toBe(revision);
  });
});

describe('two windows with somebody’s employment', () => {
  it('take back who left only as the second saw them', async () => {
    const [stores, online] = [await aDepartment(database.db), await aDepartment(database.db)];
    const employeeId = await anEmployee(database.db, { departmentId: stores });
    await endEmployment(system(), { employeeId, leftOn: '2026-02-02' });
    const revision = await getPlaceRevision(system(), { employeeId });
    const takeBack = (departmentId: string, seen: string) =>
      transferEmployee(system(), {
        employeeId,
        departmentId,
        positionTitle: 'Adviser',
        managerEmployeeId: null,
        from: '2026-03-02',
        rehire: true,
        revision: seen,
      });
    await takeBack(stores, revision);
    const once = await personOf(employeeId);
    await expect(takeBack(online, revision)).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect(await personOf(employeeId)).toEqual(once);
    const seen = await getPlaceRevision(system(), { employeeId });
    await takeBack(online, seen);
    expect((await personOf(employeeId)).departmentId).toBe(online);
  });

  it('end it only as the second saw it', async () => {
    const departmentId = await aDepartment(database.db);
    const employeeId = await anEmployee(database.db, { departmentId });
    const revision = await getPlaceRevision(system(), { employeeId });
    const end = (leftOn: string) => endEmployment(system(), { employeeId, leftOn, revision });
    await end('2026-06-01');
    await expect(end('2026-05-01')).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect((await personOf(employeeId)).leftOn).toBe('2026-06-01');
  });
});

describe('two windows with the settings of the organisation', () => {
  it('store what was typed into the second only over what it has seen', async () => {
    const ctx = administrator();
    const revision = organisationRevision(ctx.organisation);
    const save = (nameEn: string) =>
      updateOrganisation(ctx, { ...ctx.organisation, nameEn, revision });
    await save('First');
    await expect(save('Second')).rejects.toBeInstanceOf(ChangedMeanwhile);
    // The request still remembers the name of before; an editor that opens now shows what is stored.
    const stored = await getOrganisation(ctx);
    expect([ctx.organisation.nameEn === 'First', stored.nameEn]).toEqual([false, 'First']);
    const seen = organisationRevision(stored);
    await updateOrganisation(ctx, { ...stored, nameEn: 'Second', revision: seen });
    expect((await getOrganisation(ctx)).nameEn).toBe('Second');
  });
});
