import { beforeEach, describe, expect, it } from 'vitest';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aRoleGrant, aUserAccount } from '../../test/factories/user-account';
import { aViewer } from '../../test/factories/viewer';
import { useDatabase } from '../../test/harness/use-database';
import { createEmployee, transferEmployee } from '.';
import { OwnPlace } from './own-place';

const database = useDatabase();
let place: { own: string; other: string; employeeId: string; colleague: string };

/** Somebody in HR with a place of their own, and a colleague in another department. */
beforeEach(async () => {
  const [own, other] = [await aDepartment(database.db), await aDepartment(database.db)];
  const employeeId = await anEmployee(database.db, { departmentId: own });
  const colleague = await anEmployee(database.db, { departmentId: other });
  place = { own, other, employeeId, colleague };
});

async function inHr() {
  const { employeeId } = place;
  const userAccountId = await aUserAccount(database.db, { employeeId });
  await aRoleGrant(database.db, { userAccountId, role: 'hr' });
  return database.as(aViewer({ userAccountId, employeeId, roles: ['employee', 'hr'] })).ctx;
}

async function aSecondPerson() {
  const userAccountId = await aUserAccount(database.db, { passwordHash: 'of somebody' });
  await aRoleGrant(database.db, { userAccountId, role: 'administrator' });
}

const from = '2026-11-16';
const positionTitle = 'Adviser';

describe('somebody in HR', () => {
  it('moves others, and neither themselves nor others under themselves', async () => {
    await aSecondPerson();
    const ctx = await inHr();
    const { own, other, employeeId, colleague } = place;
    const move = (who: string, departmentId: string, managerEmployeeId: string | null) =>
      transferEmployee(ctx, {
        employeeId: who,
        departmentId,
        positionTitle,
        managerEmployeeId,
        from,
      });
    await expect(move(employeeId, other, null)).rejects.toThrow(OwnPlace);
    await expect(move(employeeId, own, colleague)).rejects.toThrow(OwnPlace);
    await expect(move(colleague, other, employeeId)).rejects.toThrow(OwnPlace);
    await expect(move(colleague, own, null)).resolves.toMatchObject({ isOwn: false });
  });

  it('adds nobody who reports to themselves', async () => {
    await aSecondPerson();
    const add = createEmployee(await inHr(), {
      employeeNumber: 'E-new',
      fullName: 'Lee New',
      email: null,
      locale: 'en',
      hiredOn: from,
      departmentId: place.other,
      positionTitle,
      managerEmployeeId: place.employeeId,
    });
    await expect(add).rejects.toThrow(OwnPlace);
  });

  it('keeps who reports to them already where another thing changes', async () => {
    await aSecondPerson();
    const ctx = await inHr();
    const report = await anEmployee(database.db, {
      departmentId: place.own,
      managerEmployeeId: place.employeeId,
    });
    await expect(
      transferEmployee(ctx, {
        employeeId: report,
        departmentId: place.other,
        positionTitle,
        managerEmployeeId: place.employeeId,
        from,
      }),
    ).resolves.toMatchObject({ isOwn: false });
  });

  it('may while nobody else could, and the audit log says that it was about themselves', async () => {
    const ctx = await inHr();
    const { other, employeeId } = place;
    await transferEmployee(ctx, {
      employeeId,
      departmentId: other,
      positionTitle,
      managerEmployeeId: null,
      from,
    });
    const { details } = await database.db
      .selectFrom('audit_entry')
      .select('details')
      .executeTakeFirstOrThrow();
    expect(details).toMatchObject({ isOwn: true });
  });
});
