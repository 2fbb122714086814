import { describe, expect, it } from 'vitest';
import type { Role } from '../access';
import type { AuditAction } from '../../universal/audit-action';
import { aViewer } from '../../test/factories/viewer';
import { actAs } from '../../test/harness/act-as';
import { testToday } from '../../test/harness/test-context';
import { useDatabase } from '../../test/harness/use-database';
import { listAuditEntries, recordAuditEntry } from '.';

const database = useDatabase();
const as = (roles: Role[]) => actAs(database.db, aViewer({ roles })).ctx;

async function record(action: AuditAction, minutes: number) {
  const ctx = as(['administrator']);
  const now = new Date(testToday.getTime() + minutes * 60_000);
  await recordAuditEntry(
    { ...ctx, clock: { now: () => now } },
    { action, subjectType: 'Department', subjectId: action },
  );
}

describe('the audit log', () => {
  it('is read page by page, newest first, in both directions', async () => {
    for (const [action, minutes] of [
      ['department.create', 0],
      ['department.move', 1],
      ['department.update', 1],
      ['employee.create', 2],
    ] as const) {
      await record(action, minutes);
    }
    const ctx = as(['administrator']);
    const all = await listAuditEntries(ctx, { filter: {}, page: { limit: 10 } });
    expect(all.map(({ action }) => action)[0]).toBe('employee.create');
    expect(all.map(({ action }) => action).at(-1)).toBe('department.create');
    const rest = await listAuditEntries(ctx, {
      filter: {},
      page: { limit: 10, after: all[1]?.cursor },
    });
    expect(rest).toEqual(all.slice(2));
    const back = await listAuditEntries(ctx, {
      filter: {},
      page: { limit: 1, before: all[2]?.cursor, inverted: true },
    });
    expect(back).toEqual([all[1]]);
  });

  it('is narrowed to actions and days', async () => {
    await record('department.move', 0);
    await record('employee.create', 1440);
    const ctx = as(['administrator']);
    const actions = async (filter: object) =>
      (await listAuditEntries(ctx, { filter, page: { limit: 10 } })).map(({ action }) => action);
    expect(await actions({ action: 'department' })).toEqual(['department.move']);
    expect(await actions({ action: 'department_' })).toEqual([]);
    expect(await actions({ since: new Date(testToday.getTime() + 60_000) })).toEqual([
      'employee.create',
    ]);
    expect(await actions({ until: new Date(testToday.getTime() + 60_000) })).toEqual([
      'department.move',
    ]);
  });

  it('refuses what is no cursor', async () => {
    const page = { limit: 10, after: 'bm90IGEgY3Vyc29y' };
    await expect(
      listAuditEntries(as(['administrator']), { filter: {}, page }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('is for administrators alone', async () => {
    for (const role of ['hr', 'executive', 'analyst', 'employee'] as const) {
      const reading = listAuditEntries(as([role]), { filter: {}, page: { limit: 1 } });
      await expect(reading).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
