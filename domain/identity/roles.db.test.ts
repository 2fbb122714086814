import { describe, expect, it } from 'vitest';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aRoleGrant, aUserAccount } from '../../test/factories/user-account';
import { aViewer } from '../../test/factories/viewer';
import { useDatabase } from '../../test/harness/use-database';
import { anonymousViewer, systemViewer } from '../access';
import { NotFound } from '../../platform/errors';
import { grantRole, LastAdministrator, loadViewer, revokeRole, RoleIsGranted } from '.';

const database = useDatabase();
const administrator = async () =>
  database.as(aViewer({ userAccountId: await aUserAccount(database.db), roles: ['administrator'] }))
    .ctx;
const viewerOf = (userAccountId: string) =>
  loadViewer(database.as(systemViewer).ctx, { userAccountId });

describe('a viewer', () => {
  it('has the granted roles, the whole of the headed departments, the own place and the reports of today', async () => {
    const division = await aDepartment(database.db);
    const team = await aDepartment(database.db, { parentDepartmentId: division });
    const employeeId = await anEmployee(database.db, { departmentId: team });
    const report = await anEmployee(database.db, {
      departmentId: team,
      managerEmployeeId: employeeId,
    });
    const userAccountId = await aUserAccount(database.db, { employeeId });
    await aRoleGrant(database.db, {
      userAccountId,
      role: 'department_head',
      departmentId: division,
    });
    const viewer = await viewerOf(userAccountId);
    if (viewer.kind !== 'signed-in') throw new Error('Expected a person');
    expect([...viewer.roles].sort()).toEqual(['department_head', 'employee', 'manager']);
    expect([...viewer.headedDepartmentIds].sort()).toEqual([division, team].sort());
    expect(viewer).toMatchObject({
      employeeId,
      ownDepartmentId: team,
      ownDepartmentPath: [team, division],
      reportEmployeeIds: [report],
    });
  });

  it('is nobody once employment has ended, whatever was granted', async () => {
    const departmentId = await aDepartment(database.db);
    const employeeId = await anEmployee(database.db, { departmentId, leftOn: '2026-11-16' });
    const userAccountId = await aUserAccount(database.db, { employeeId });
    await aRoleGrant(database.db, { userAccountId, role: 'executive' });
    expect(await viewerOf(userAccountId)).toEqual(anonymousViewer);
  });

  it('is nobody when the account is disabled or not there', async () => {
    expect(await viewerOf(await aUserAccount(database.db, { isDisabled: true }))).toEqual(
      anonymousViewer,
    );
    expect(await viewerOf('00000000-0000-7000-8000-000000000000')).toEqual(anonymousViewer);
  });
});

describe('granting a role', () => {
  it('needs a department for a department head, and for nobody else', async () => {
    const userAccountId = await aUserAccount(database.db);
    const departmentId = await aDepartment(database.db);
    await expect(
      grantRole(await administrator(), { userAccountId, role: 'department_head' }),
    ).rejects.toMatchObject({
      fields: [{ path: ['departmentId'] }],
    });
    await expect(
      grantRole(await administrator(), { userAccountId, role: 'hr', departmentId }),
    ).rejects.toMatchObject({
      fields: [{ path: ['departmentId'] }],
    });
    const grant = await grantRole(await administrator(), {
      userAccountId,
      role: 'department_head',
      departmentId,
    });
    const audit = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'subject_id', 'details'])
      .execute();
    expect(audit).toEqual([
      {
        action: 'identity.grant_role',
        subject_id: userAccountId,
        details: { roleGrantId: grant.roleGrantId, role: 'department_head', departmentId },
      },
    ]);
  });

  it('is refused when the person has the role', async () => {
    const userAccountId = await aUserAccount(database.db);
    await grantRole(await administrator(), { userAccountId, role: 'hr' });
    await expect(grantRole(await administrator(), { userAccountId, role: 'hr' })).rejects.toThrow(
      RoleIsGranted,
    );
  });

  it('does not exist for anybody but administrators', async () => {
    const userAccountId = await aUserAccount(database.db);
    const { ctx } = database.as(aViewer({ roles: ['hr', 'executive', 'analyst'] }));
    await expect(grantRole(ctx, { userAccountId, role: 'hr' })).rejects.toThrow(NotFound);
  });
});

describe('revoking a role', () => {
  it('leaves at least one administrator', async () => {
    const [first, second] = [await aUserAccount(database.db), await aUserAccount(database.db)];
    const firstGrant = await aRoleGrant(database.db, {
      userAccountId: first,
      role: 'administrator',
    });
    const secondGrant = await aRoleGrant(database.db, {
      userAccountId: second,
      role: 'administrator',
    });
    await revokeRole(await administrator(), { roleGrantId: firstGrant });
    await expect(revokeRole(await administrator(), { roleGrantId: secondGrant })).rejects.toThrow(
      LastAdministrator,
    );
    expect(await viewerOf(first)).toMatchObject({ roles: [] });
  });
});
