import { describe, expect, it } from 'vitest';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aViewer } from '../../test/factories/viewer';
import { actAs } from '../../test/harness/act-as';
import { useDatabase } from '../../test/harness/use-database';
import {
  archiveDepartment,
  createDepartment,
  listDepartments,
  moveDepartment,
  restoreDepartment,
} from '.';

const database = useDatabase();
const administrator = () => actAs(database.db, aViewer({ roles: ['administrator'] })).ctx;

async function tree() {
  const rows = await database.db
    .selectFrom('department_closure')
    .select(['ancestor_id', 'descendant_id', 'depth'])
    .orderBy('depth')
    .execute();
  return rows.map((row) => [row.ancestor_id, row.descendant_id, row.depth]);
}

async function parentsOf(departmentId: string) {
  const rows = await database.db
    .selectFrom('department_parent_period')
    .selectAll()
    .where('department_id', '=', departmentId)
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => [row.parent_department_id, row.valid_from, row.valid_to]);
}

async function treeVersion() {
  const query = database.db.selectFrom('mart.department_tree_version').select('version');
  return (await query.executeTakeFirstOrThrow()).version;
}

describe('the tree of departments', () => {
  it('knows everything above a new department', async () => {
    const root = await aDepartment(database.db, { code: 'ROOT' });
    const created = await createDepartment(administrator(), {
      code: 'SALES',
      nameEn: 'Sales',
      nameZh: '销售部',
      parentDepartmentId: root,
    });
    expect(created).toMatchObject({ code: 'SALES', level: 1, parentDepartmentId: root });
    expect(await tree()).toContainEqual([root, created.departmentId, 1]);
  });

  it('takes along what lies below when a department moves', async () => {
    const root = await aDepartment(database.db);
    const [stores, online] = [
      await aDepartment(database.db, { parentDepartmentId: root }),
      await aDepartment(database.db, { parentDepartmentId: root }),
    ];
    const camden = await aDepartment(database.db, { parentDepartmentId: stores });
    await moveDepartment(administrator(), { departmentId: stores, parentDepartmentId: online });
    expect(await tree()).toEqual(
      expect.arrayContaining([
        [online, camden, 2],
        [root, camden, 3],
      ]),
    );
  });

  it('refuses to become a ring', async () => {
    const stores = await aDepartment(database.db);
    const camden = await aDepartment(database.db, { parentDepartmentId: stores });
    const moving = moveDepartment(administrator(), {
      departmentId: stores,
      parentDepartmentId: camden,
    });
    await expect(moving).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await tree()).filter(([, , depth]) => depth !== 0)).toEqual([[stores, camden, 1]]);
  });

  it('keeps what a department lay in before the day of its move', async () => {
    const [north, south] = [await aDepartment(database.db), await aDepartment(database.db)];
    const east = await aDepartment(database.db);
    const shop = await aDepartment(database.db, { parentDepartmentId: north });
    const ctx = administrator();
    const move = (parentDepartmentId: string, from: string) =>
      moveDepartment(ctx, { departmentId: shop, parentDepartmentId, from });
    await move(south, '2026-10-01');
    expect(await parentsOf(shop)).toEqual([
      [north, '-infinity', '2026-10-01'],
      [south, '2026-10-01', null],
    ]);
    await move(east, '2026-04-01');
    await move(south, '2026-02-01');
    expect(await move(south, '2026-02-01')).toMatchObject({ parentDepartmentId: south });
    expect(await parentsOf(shop)).toEqual([
      [north, '-infinity', '2026-02-01'],
      [south, '2026-02-01', '2026-04-01'],
      [east, '2026-04-01', '2026-10-01'],
      [south, '2026-10-01', null],
    ]);
  });

  it('has no trace of a move that was undone on its day, but for a new version', async () => {
    const [north, south] = [await aDepartment(database.db), await aDepartment(database.db)];
    const shop = await aDepartment(database.db, { parentDepartmentId: north });
    const ctx = administrator();
    const versions = [await treeVersion()];
    for (const parentDepartmentId of [south, north]) {
      await moveDepartment(ctx, { departmentId: shop, parentDepartmentId });
      versions.push(await treeVersion());
    }
    expect(await parentsOf(shop)).toEqual([[north, '-infinity', null]]);
    expect(new Set(versions).size).toBe(3);
  });

  it('refuses a ring on any day from the move on', async () => {
    const [stores, camden] = [await aDepartment(database.db), await aDepartment(database.db)];
    const ctx = administrator();
    const move = (departmentId: string, parentDepartmentId: string | null, from: string) =>
      moveDepartment(ctx, { departmentId, parentDepartmentId, from });
    await move(camden, stores, '2026-03-01');
    await move(camden, null, '2026-05-01');
    await expect(move(stores, camden, '2026-04-01')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await move(stores, camden, '2026-05-01')).toMatchObject({ parentDepartmentId: camden });
  });

  it('is not moved on a day that has not come', async () => {
    const departmentId = await aDepartment(database.db);
    const moving = moveDepartment(administrator(), {
      departmentId,
      parentDepartmentId: null,
      from: '2999-01-01',
    });
    await expect(moving).rejects.toMatchObject({ code: 'INVALID', fields: [{ path: ['from'] }] });
  });

  it('refuses a code that is taken, at the field', async () => {
    await aDepartment(database.db, { code: 'SALES' });
    await expect(
      createDepartment(administrator(), {
        code: 'SALES',
        nameEn: 'Sales',
        nameZh: '销售部',
        parentDepartmentId: null,
      }),
    ).rejects.toMatchObject({ code: 'INVALID', fields: [{ path: ['code'] }] });
  });

  it('archives an empty department only, and brings it back', async () => {
    const ctx = administrator();
    const sales = await aDepartment(database.db);
    await anEmployee(database.db, { departmentId: sales, leftOn: '2026-12-31' });
    await expect(archiveDepartment(ctx, { departmentId: sales })).rejects.toMatchObject({
      details: { people: 1 },
    });

    const empty = await aDepartment(database.db);
    await anEmployee(database.db, { departmentId: empty, leftOn: '2026-10-31' });
    expect(await archiveDepartment(ctx, { departmentId: empty })).toMatchObject({
      isArchived: true,
    });
    expect((await listDepartments(ctx)).map((department) => department.departmentId)).not.toContain(
      empty,
    );
    expect(await restoreDepartment(ctx, { departmentId: empty })).toMatchObject({
      isArchived: false,
    });
  });

  it('is changed by administrators and by nobody else', async () => {
    const departmentId = await aDepartment(database.db);
    const change = { departmentId, parentDepartmentId: null };
    const hr = actAs(database.db, aViewer({ roles: ['hr'] })).ctx;
    const manager = actAs(database.db, aViewer({ roles: ['manager', 'employee'] })).ctx;
    await expect(moveDepartment(hr, change)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(moveDepartment(manager, change)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('records who moved a department', async () => {
    const departmentId = await aDepartment(database.db);
    await moveDepartment(administrator(), { departmentId, parentDepartmentId: null });
    const entries = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'subject_id'])
      .where('subject_id', '=', departmentId)
      .execute();
    expect(entries).toEqual([{ action: 'department.move', subject_id: departmentId }]);
  });
});
