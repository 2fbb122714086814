import { describe, expect, it } from 'vitest';
import { importFile } from '../../../test/factories/feedback-import';
import { testContext } from '../../../test/harness/test-context';
import { useDatabase } from '../../../test/harness/use-database';
import { type SignedInViewer, systemViewer } from '../../access';
import { createDepartment, listDepartments } from '../../organisation';
import { listComments } from './list-comments';

const database = useDatabase();

const content = [
  'service,date,score,comment',
  'North,2026-03-01,1,awful',
  'North,2026-03-02,5,lovely 100%',
  'North,2026-03-03,2,slow',
  'South,2026-03-04,1,rude',
  'South,2026-03-05,,no score',
  'South,2026-04-01,3,so so',
  'South,2026-03-06,4,',
].join('\n');

async function setUp() {
  const ctx = testContext(database.db, systemViewer);
  const root = await createDepartment(ctx, {
    code: 'ROOT',
    nameEn: 'All',
    nameZh: '全部',
    parentDepartmentId: null,
  });
  const columns = {
    scores: [{ column: 'score', metric: 'csat' as const, best: 'highest' as const }],
  };
  const done = await importFile(ctx, content, { createUnderId: root.departmentId, columns });
  expect(done.rowsStored).toBe(7);
  const departments = new Map(
    (await listDepartments(ctx)).map(({ nameEn, departmentId }) => [nameEn, departmentId]),
  );
  return {
    ctx,
    rootId: root.departmentId,
    northId: departments.get('North')!,
    southId: departments.get('South')!,
  };
}

const textsOf = ({ comments }: Awaited<ReturnType<typeof listComments>>) =>
  comments.map(({ comment }) => comment);

function headOf(departmentId: string): SignedInViewer {
  return {
    kind: 'signed-in',
    userAccountId: '01a1f000-0000-7000-8000-0000000000aa',
    employeeId: null,
    displayName: 'Head',
    roles: ['department_head'],
    headedDepartmentIds: [departmentId],
    ownDepartmentId: null,
    ownDepartmentPath: [],
    reportEmployeeIds: [],
  };
}

describe('comments', () => {
  it('come with the newest first, those of all departments below the asked one', async () => {
    const { ctx, rootId, northId } = await setUp();
    expect(textsOf(await listComments(ctx, { departmentId: rootId }))).toEqual([
      'so so',
      'no score',
      'rude',
      'slow',
      'lovely 100%',
      'awful',
    ]);
    expect(textsOf(await listComments(ctx, { departmentId: northId }))).toEqual([
      'slow',
      'lovely 100%',
      'awful',
    ]);
  });

  it('come with the most critical first, without those that have no score', async () => {
    const { ctx, rootId } = await setUp();
    const found = await listComments(ctx, { departmentId: rootId, order: 'critical' });
    expect(textsOf(found)).toEqual(['rude', 'awful', 'slow', 'so so', 'lovely 100%']);
  });

  it.each(['newest', 'critical'] as const)(
    'are the same in pages of two, ordered by %s',
    async (order) => {
      const { ctx } = await setUp();
      const whole = textsOf(await listComments(ctx, { order }));
      const paged: string[] = [];
      let after: string | null = null;
      for (let page = 0; page < 10; page++) {
        const found: Awaited<ReturnType<typeof listComments>> = await listComments(ctx, {
          order,
          first: 2,
          after,
        });
        paged.push(...textsOf(found));
        if (!found.hasNextPage) break;
        after = found.comments.at(-1)!.cursor;
      }
      expect(paged).toEqual(whole);
    },
  );

  it('are narrowed by days, score and words; a per cent sign is only a sign', async () => {
    const { ctx } = await setUp();
    expect(
      textsOf(await listComments(ctx, { startOn: '2026-03-02', endOn: '2026-03-04' })),
    ).toEqual(['rude', 'slow', 'lovely 100%']);
    expect(textsOf(await listComments(ctx, { band: 'low' }))).toEqual(['rude', 'slow', 'awful']);
    expect(textsOf(await listComments(ctx, { search: 'RUD' }))).toEqual(['rude']);
    expect(textsOf(await listComments(ctx, { search: '0%' }))).toEqual(['lovely 100%']);
    expect(textsOf(await listComments(ctx, { search: '%' }))).toEqual(['lovely 100%']);
  });

  it('of other departments do not exist for a department head', async () => {
    const { ctx, northId, southId } = await setUp();
    const head = { ...ctx, viewer: headOf(northId) };
    expect(textsOf(await listComments(head, {}))).toEqual(['slow', 'lovely 100%', 'awful']);
    await expect(listComments(head, { departmentId: southId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('refuse a place in the list that is none', async () => {
    const { ctx } = await setUp();
    await expect(listComments(ctx, { after: 'rubbish' })).rejects.toMatchObject({
      code: 'INVALID',
      fields: [{ path: ['after'] }],
    });
  });
});
