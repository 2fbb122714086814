import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../test/factories/feedback-import';
import { testContext } from '../../../test/harness/test-context';
import { useDatabase } from '../../../test/harness/use-database';
import { systemViewer } from '../../access';
import { createDepartment, updateOrganisation } from '../../organisation';
import { keepDays } from './keep-days';

const database = useDatabase();
const content = [
  'id,shop,date,score',
  '1,Shop,2026-03-01,5',
  '2,Shop,2026-03-31,4',
  '3,Shop,2026-10-25,3',
  '4,Shop,2026-06-30 23:30,2',
].join('\n');

describe('a day of a file without a time', () => {
  it('stays that day in every zone that the organisation moves to', async () => {
    const ctx = testContext(database.db, systemViewer);
    const root = await createDepartment(ctx, {
      code: 'ROOT',
      nameEn: 'All',
      nameZh: '全部',
      parentDepartmentId: null,
    });
    const store = () => importFile(ctx, content, { createUnderId: root.departmentId });
    await store();
    const daysIn = async (zone: string) => {
      const { rows } = await sql<{ day: string }>`
        select to_char(occurred_at at time zone ${zone}, 'YYYY-MM-DD HH24:MI') as day from feedback
        where occurred_on is not null order by 1`.execute(ctx.db);
      return rows.map(({ day }) => day);
    };
    const days = ['2026-03-01 12:00', '2026-03-31 12:00', '2026-10-25 12:00'];
    const timed = () =>
      sql<{
        at: Date;
      }>`select occurred_at as at from feedback where occurred_on is null`.execute(ctx.db);
    const { rows: before } = await timed();
    for (const timeZone of [
      'Pacific/Auckland',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'America/St_Johns',
      'Asia/Shanghai',
    ]) {
      await updateOrganisation(ctx, { ...ctx.organisation, timeZone });
      await keepDays(ctx);
      expect(await daysIn(timeZone)).toEqual(days);
      const again = await store();
      expect([again.rowsStored, again.rowsUnchanged]).toEqual([0, 4]);
    }
    expect((await timed()).rows).toEqual(before);
  });

  it('is moved by a job that is queued with the change of the zone', async () => {
    const ctx = testContext(database.db, systemViewer);
    await updateOrganisation(ctx, { ...ctx.organisation, timeZone: 'Pacific/Auckland' });
    const { rows } = await sql<{ task: string }>`
      select task_identifier as task from graphile_worker.jobs where task_identifier = 'organisation.zone-changed'`.execute(
      ctx.db,
    );
    expect(rows).toHaveLength(1);
  });
});
