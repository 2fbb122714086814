import { beforeEach, describe, expect, it } from 'vitest';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { anOpenRound, answer, closed } from '../../test/factories/pulse';
import { aViewer } from '../../test/factories/viewer';
import { testContext } from '../../test/harness/test-context';
import { useDatabase } from '../../test/harness/use-database';
import { anonymousViewer, systemViewer } from '../access';
import type { Context } from '../context';
import { moveDepartment } from '../organisation';
import { listPulseComments } from './list-comments';
import { listPulseParticipation } from './list-participation';
import { releaseRound } from './release-round';

describe('the release of a round', () => {
  const t = useDatabase();
  let ctx: Context;
  let root: string;
  let large: string;
  let small: string;
  let roundId: string;

  /** Twelve people in one department, three in another, six in a third. */
  beforeEach(async () => {
    ctx = testContext(t.db, anonymousViewer);
    root = await aDepartment(t.db, { code: 'A' });
    large = await aDepartment(t.db, { parentDepartmentId: root, code: 'B' });
    small = await aDepartment(t.db, { parentDepartmentId: root, code: 'C' });
    const middle = await aDepartment(t.db, { parentDepartmentId: root, code: 'D' });
    const people: [string, string][] = [];
    for (const [departmentId, count] of [
      [large, 12],
      [small, 3],
      [middle, 6],
    ] as const) {
      for (let index = 0; index < count; index++)
        people.push([await anEmployee(t.db, { departmentId }), departmentId]);
    }
    ({ roundId } = await anOpenRound(ctx));
    for (const [employeeId, departmentId] of people) {
      const comment = departmentId === large ? 'From many' : 'From few';
      await answer(ctx, { roundId, employeeId, submitted: { comment } });
    }
  });

  const release = async () => {
    await closed(ctx, roundId);
    await releaseRound({ ...ctx, viewer: systemViewer }, { roundId });
  };
  const cell = (departmentId: string) =>
    t.db
      .selectFrom('pulse_release_cell')
      .select(['n', 'promoters', 'score_sum'])
      .where('department_id', '=', departmentId)
      .where('question_key', '=', 'enps')
      .where('attribute', '=', 'all')
      .executeTakeFirst();

  it('is not there while the round is open', async () => {
    await releaseRound({ ...ctx, viewer: systemViewer }, { roundId });
    expect(await cell(root)).toBeUndefined();
  });

  it('shows large groups, and neither a small one nor what would give it away', async () => {
    await release();
    // Everybody promotes, which is not said: twenty of twenty-one, as where one does not.
    expect(await cell(root)).toEqual({ n: 21, promoters: 20, score_sum: null });
    expect(await cell(large)).toMatchObject({ n: 12 });
    expect(await cell(small)).toEqual({ n: null, promoters: null, score_sum: null });
    const shown = await t.db
      .selectFrom('pulse_release_cell')
      .select('n')
      .where('attribute', '=', 'all')
      .where('question_key', '=', 'enps')
      .where('n', 'is not', null)
      .execute();
    expect(shown.map(({ n }) => n).sort()).toEqual([12, 21]);
  });

  it('is the same when it is computed again', async () => {
    await release();
    const before = await t.db.selectFrom('pulse_release_cell').selectAll().execute();
    await releaseRound({ ...ctx, viewer: systemViewer }, { roundId });
    expect(await t.db.selectFrom('pulse_release_cell').selectAll().execute()).toEqual(before);
  });

  it('shows as many taking part as results count, wherever both are shown, and keeps it', async () => {
    const everywhere = { ...ctx, viewer: aViewer({ roles: ['hr'] }) };
    const table = async () =>
      new Map(
        (await listPulseParticipation(everywhere, { roundId })).map((row) => [
          row.departmentId,
          row.answered,
        ]),
      );
    const open = await table();
    await release();
    const released = await table();
    expect(released).toEqual(open);
    expect(released.get(root)).toBe((await cell(root))?.n);
    expect(released.get(large)).toBe((await cell(large))?.n);
    await t.db.deleteFrom('pulse_invitation').where('department_id', '=', large).execute();
    expect(await table()).toEqual(released);
  });

  it('judges participation by the tree of the day on which the round opened, wherever departments move', async () => {
    const viewer = aViewer({ roles: ['hr'] });
    const answeredIn = async (departmentId: string) =>
      (await listPulseParticipation({ ...ctx, viewer }, { roundId })).find(
        (row) => row.departmentId === departmentId,
      )?.answered;
    const before = await answeredIn(large);
    await t.db
      .updateTable('department')
      .set({ parent_department_id: large })
      .where('department_id', '=', small)
      .execute();
    // Otherwise the three of the small department would be the difference.
    expect(await answeredIn(large)).toBe(before);
    await release();
    expect((await cell(large))?.n).toBe(before);
  });

  it('refuses, in the database, figures that tell what each person answered', async () => {
    await release();
    for (const figures of [
      { favourable: 0 },
      { favourable: 21 },
      { score_sum: 21 },
      { score_sum: 105 },
      { score_sum: 84, score_square_sum: 336 },
    ]) {
      const writing = t.db
        .transaction()
        .execute((tx) =>
          tx
            .updateTable('pulse_release_cell')
            .set(figures)
            .where('department_id', '=', root)
            .where('question_key', '=', 'growth')
            .where('attribute', '=', 'all')
            .execute(),
        );
      await expect(writing).rejects.toThrow('pulse_release_cell_blurred');
    }
  });

  it('gives comments to a department that is large enough, and none where too few could have written them', async () => {
    await release();
    const head = {
      ...ctx,
      viewer: aViewer({ roles: ['department_head'], headedDepartmentIds: [root, large, small] }),
    };
    const bodies = async (departmentId: string) =>
      (await listPulseComments(head, { roundId, departmentId })).comments.map(({ body }) => body);
    expect(new Set(await bodies(large))).toEqual(new Set(['From many']));
    expect(await bodies(small)).toEqual([]);
    expect(new Set(await bodies(root))).toEqual(new Set(['From many']));
  });

  it('keeps its comments where they were released when a department moves later', async () => {
    const elsewhere = await aDepartment(t.db, { code: 'E' });
    await release();
    await moveDepartment(
      { ...ctx, viewer: aViewer({ roles: ['administrator'] }) },
      { departmentId: large, parentDepartmentId: elsewhere },
    );
    const viewer = aViewer({
      roles: ['department_head'],
      headedDepartmentIds: [root, large, elsewhere],
    });
    const count = async (departmentId: string) =>
      (await listPulseComments({ ...ctx, viewer }, { roundId, departmentId })).comments.length;
    expect(await count(elsewhere)).toBe(0);
    expect(await count(root)).toBe(await count(large));
    expect(await count(large)).toBeGreaterThan(0);
  });

  it('lets nobody read comments of a department that they do not answer for', async () => {
    await release();
    const others = [
      aViewer({
        roles: ['employee'],
        employeeId: 'x',
        ownDepartmentId: large,
        ownDepartmentPath: [large, root],
      }),
      aViewer({ roles: ['manager'], ownDepartmentId: small }),
      aViewer({ roles: ['administrator', 'analyst', 'case_owner'] }),
    ];
    for (const viewer of others) {
      const reading = listPulseComments({ ...ctx, viewer }, { roundId, departmentId: large });
      await expect(reading).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
