import { describe, expect, it } from 'vitest';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aRoleGrant, aUserAccount } from '../../test/factories/user-account';
import { aViewer } from '../../test/factories/viewer';
import { useDatabase } from '../../test/harness/use-database';
import { anonymousViewer, systemViewer } from '../access';
import { NotFound } from '../../platform/errors';
import { rightsChangeOf } from '../../universal/audit-action';
import { roleNames } from '../../universal/role-names';
import {
  canGrantRoleTo,
  grantRole,
  LastAdministrator,
  loadViewer,
  OwnRoles,
  revokeRole,
  RoleIsGranted,
} from '.';

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

describe('granting oneself a role', () => {
  const anAdministrator = async () => {
    const userAccountId = await aUserAccount(database.db);
    await aRoleGrant(database.db, { userAccountId, role: 'administrator' });
    const viewer = aViewer({ userAccountId, roles: ['administrator'], displayName: 'Kim Example' });
    return { userAccountId, ctx: database.as(viewer).ctx };
  };

  it('is for the only administrator, who has to begin, and stands out in the audit log', async () => {
    const { userAccountId, ctx } = await anAdministrator();
    expect(await canGrantRoleTo(ctx, userAccountId)).toBe(true);
    await grantRole(ctx, { userAccountId, role: 'hr' });
    const entry = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('action', '=', 'identity.grant_role')
      .executeTakeFirstOrThrow();
    expect(rightsChangeOf(entry.action, entry.details)).toBe('own');
  });

  it('is refused as soon as another administrator is there, and possible again when that one has left', async () => {
    const { userAccountId, ctx } = await anAdministrator();
    const employeeId = await anEmployee(database.db, {
      departmentId: await aDepartment(database.db),
    });
    const other = await aUserAccount(database.db, { employeeId });
    await aRoleGrant(database.db, { userAccountId: other, role: 'administrator' });
    expect(await canGrantRoleTo(ctx, userAccountId)).toBe(false);
    for (const role of ['hr', 'executive', 'analyst'] as const) {
      await expect(grantRole(ctx, { userAccountId, role })).rejects.toThrow(OwnRoles);
    }
    await database.db
      .updateTable('employee')
      .set({ left_on: '2026-11-16' })
      .where('employee_id', '=', employeeId)
      .execute();
    expect(await canGrantRoleTo(ctx, userAccountId)).toBe(true);
  });

  it('is replaced by a mail to whoever was given or lost one', async () => {
    const { ctx } = await anAdministrator();
    const userAccountId = await aUserAccount(database.db, { email: 'lee@example.com' });
    const { roleGrantId } = await grantRole(ctx, { userAccountId, role: 'hr' });
    await revokeRole(ctx, { roleGrantId });
    const mails = await database.db
      .selectFrom('outbox_mail')
      .select(['to_address', 'subject', 'text_body'])
      .orderBy('subject', 'desc')
      .execute();
    expect(mails.map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ['lee@example.com', 'You were given a role on Tandem'],
      ['lee@example.com', 'A role of yours on Tandem was taken back'],
    ]);
    expect(mails[0]?.text_body).toContain(`Kim Example has given you a role: ${roleNames.hr.en}`);
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
