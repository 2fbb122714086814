import { describe, expect, it } from 'vitest';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { actAs } from '../../test/harness/act-as';
import { useOwnDatabase } from '../../test/harness/use-database';
import { systemViewer } from '../access';
import {
  departmentRevision,
  listDepartmentsById,
  moveDepartment,
  transferEmployee,
  updateDepartment,
} from '.';

const database = useOwnDatabase();

describe('changes at the same moment', () => {
  it('never make two people each other’s manager', async () => {
    const { ctx } = actAs(database.db, systemViewer);
    const departmentId = await aDepartment(database.db);
    const [ada, bo] = [
      await anEmployee(database.db, { departmentId }),
      await anEmployee(database.db, { departmentId }),
    ];
    const change = { departmentId, positionTitle: '', from: '2026-04-01' };
    const outcomes = await Promise.allSettled([
      transferEmployee(ctx, { ...change, employeeId: ada, managerEmployeeId: bo }),
      transferEmployee(ctx, { ...change, employeeId: bo, managerEmployeeId: ada }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('give a person one place at a time', async () => {
    const { ctx } = actAs(database.db, systemViewer);
    const departmentId = await aDepartment(database.db);
    const employeeId = await anEmployee(database.db, { departmentId });
    const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
    await Promise.all(
      days.map((from) =>
        transferEmployee(ctx, {
          employeeId,
          departmentId,
          positionTitle: from,
          managerEmployeeId: null,
          from,
        }),
      ),
    );
    const rows = await database.db
      .selectFrom('department_membership')
      .select('valid_from')
      .where('employee_id', '=', employeeId)
      .execute();
    expect(rows).toHaveLength(6);
  });

  it('never put two departments into each other', async () => {
    const { ctx } = actAs(database.db, systemViewer);
    const [one, other] = [await aDepartment(database.db), await aDepartment(database.db)];
    const outcomes = await Promise.allSettled([
      moveDepartment(ctx, { departmentId: one, parentDepartmentId: other }),
      moveDepartment(ctx, { departmentId: other, parentDepartmentId: one }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('from the same revision store one of two texts and refuse the other', async () => {
    const { ctx } = actAs(database.db, systemViewer);
    const departmentId = await aDepartment(database.db, { code: 'TWICE' });
    const [stored] = await listDepartmentsById(ctx, { departmentIds: [departmentId] });
    const revision = departmentRevision(stored!);
    const names = ['One', 'Two', 'Three', 'Four'];
    const outcomes = await Promise.allSettled(
      names.map((nameEn) =>
        updateDepartment(ctx, {
          departmentId,
          code: 'TWICE',
          nameEn,
          nameZh: '部门',
          headEmployeeId: null,
          revision,
        }),
      ),
    );
    const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [now] = await listDepartmentsById(ctx, { departmentIds: [departmentId] });
    expect(now!.nameEn).toBe(names[won]);
  });
});
