import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { check, importFile, uploadFile, work } from '../../../test/factories/feedback-import';
import { testContext, testOrganisation } from '../../../test/harness/test-context';
import { useDatabase } from '../../../test/harness/use-database';
import { systemViewer } from '../../access';
import type { Context } from '../../context';
import { createDepartment } from '../../organisation';
import { commitImport } from './commit-import';
import { getImport } from './get-import';
import { planTakeBack, takeBackImport } from './take-back-import';

const database = useDatabase();
let ctx: Context;
let rootId: string;

beforeEach(async () => {
  ctx = testContext(database.db, systemViewer);
  const root = await createDepartment(ctx, {
    code: 'ROOT',
    nameEn: 'All',
    nameZh: '全部',
    parentDepartmentId: null,
  });
  rootId = root.departmentId;
});

const csat = (best: 'highest' | 'lowest' = 'highest') => [
  { column: 'score', metric: 'csat' as const, best },
];
const header = 'id,shop,date,score,comment';
const rows = [
  '1,Camden,2026-03-01,5,fine',
  '2,Camden,2026-03-02,1,slow',
  '3,Soho,2026-03-31,4,"good, quick"',
  '4,Soho,2026-04-01,2,',
];
const fileOf = (lines: readonly string[]) => [header, ...lines].join('\n');

interface Choice {
  columns?: Record<string, unknown>;
  source?: string;
  context?: Context;
}

const store = (content: string, { columns = {}, source = 'Till', context = ctx }: Choice = {}) =>
  importFile(context, content, {
    createUnderId: rootId,
    columns: { scores: csat(), rowId: 'id', ...columns },
    source,
  });

/** Everything that is stored, as text that can be compared; without ids and times of writing. */
async function stored(): Promise<string[]> {
  const { rows: found } = await sql<{ line: string }>`
    select concat_ws('|', d.name_en, occurred_at at time zone 'UTC', occurred_on, nps_score, csat_score, ces_score, comment) as line
    from feedback f join department d using (department_id)
    order by occurred_at, d.name_en, csat_score, comment`.execute(ctx.db);
  return found.map(({ line }) => line);
}

const counts = (file: Awaited<ReturnType<typeof importFile>>) => [
  file.rowsStored,
  file.rowsChanged,
  file.rowsUnchanged,
];

async function takeBack(importId: string) {
  await takeBackImport(ctx, { importId });
  return work(ctx, importId);
}

describe('a file that comes again', () => {
  it('corrects what differs, and tells in the dry run and afterwards what it is', async () => {
    await store(fileOf(rows));
    const corrected = fileOf([rows[0]!, '2,Camden,2026-03-02,3,not so slow', ...rows.slice(2)]);
    const checked = await check(ctx, await uploadFile(ctx, corrected), {
      createUnderId: rootId,
      columns: { scores: csat(), rowId: 'id' },
      source: 'Till',
    });
    expect(counts(checked)).toEqual([0, 1, 3]);
    expect(checked.changes).toEqual({
      fields: { csat: 1, comment: 1 },
      samples: [
        { line: 3, field: 'csat', before: '1', after: '3' },
        { line: 3, field: 'comment', before: 'slow', after: 'not so slow' },
      ],
    });
    await commitImport(ctx, { importId: checked.feedbackImportId });
    const done = await work(ctx, checked.feedbackImportId);
    expect(counts(done)).toEqual([0, 1, 3]);
    expect(done.changes).toEqual(checked.changes);
    expect(await stored()).toContain('Camden|2026-03-02 12:00:00|2026-03-02|3|not so slow');
    expect(counts(await store(corrected))).toEqual([0, 0, 4]);
  });

  it('corrects a best end that was chosen wrongly first, with and without a row id', async () => {
    for (const rowId of ['id', null]) {
      const source = `Till ${String(rowId)}`;
      await store(fileOf(rows), { columns: { scores: csat('lowest'), rowId }, source });
      const again = await store(fileOf(rows), { columns: { rowId }, source });
      expect(counts(again)).toEqual([0, 4, 0]);
    }
    expect((await stored()).filter((line) => line.includes('fine'))).toEqual([
      'Camden|2026-03-01 12:00:00|2026-03-01|5|fine',
      'Camden|2026-03-01 12:00:00|2026-03-01|5|fine',
    ]);
  });

  it('takes a score away that was read as another kind first', async () => {
    await store(fileOf(rows));
    const nps = [{ column: 'score', metric: 'nps' as const, best: 'highest' as const }];
    expect(counts(await store(fileOf(rows), { columns: { scores: nps } }))).toEqual([0, 4, 0]);
    const { rows: kept } = await sql`select 1 from feedback where csat_score is not null`.execute(
      ctx.db,
    );
    expect(kept).toEqual([]);
  });

  it('leaves alone what its mapping does not speak of', async () => {
    await store(fileOf(rows));
    const nps = ['id,shop,date,nps', '1,Camden,2026-03-01,9'].join('\n');
    const added = await store(nps, {
      columns: {
        scores: [{ column: 'nps', metric: 'nps', best: 'highest' }],
        comment: null,
      },
    });
    expect(counts(added)).toEqual([0, 1, 0]);
    expect(await stored()).toContain('Camden|2026-03-01 12:00:00|2026-03-01|9|5|fine');
  });

  it('is the same file in another zone: days stay, times without a zone are corrected', async () => {
    await store(fileOf(rows));
    const timed = fileOf(['7,Camden,2026-03-05 08:30,4,at a time']);
    await store(timed);
    const elsewhere = {
      ...ctx,
      organisation: { ...testOrganisation, timeZone: 'Pacific/Auckland' },
    };
    expect(counts(await store(fileOf(rows), { context: elsewhere }))).toEqual([0, 0, 4]);
    const again = await store(timed, { context: elsewhere });
    expect(counts(again)).toEqual([0, 1, 0]);
    expect(again.changes.fields).toEqual({ date: 1 });
    expect(await stored()).toContain('Camden|2026-03-04 19:30:00|4|at a time');
  });

  it('finds its rows when the row id is chosen, changed or given up on a later pass', async () => {
    const lines = [
      'order,id,shop,date,score',
      'o1,1,Camden,2026-03-01,5',
      'o2,2,Soho,2026-03-02,4',
    ];
    const content = lines.join('\n');
    expect(counts(await store(content, { columns: { rowId: null } }))).toEqual([2, 0, 0]);
    expect(counts(await store(content, { columns: { rowId: 'id' } }))).toEqual([0, 0, 2]);
    expect(counts(await store(content, { columns: { rowId: 'order' } }))).toEqual([0, 0, 2]);
    expect(counts(await store(content, { columns: { rowId: null } }))).toEqual([0, 0, 2]);
    expect(await stored()).toHaveLength(2);
  });

  it('moves a row to the month of its corrected date and notes both months', async () => {
    await store(fileOf(rows));
    await sql`delete from change_note`.execute(ctx.db);
    const moved = fileOf([rows[0]!, rows[1]!, '3,Soho,2026-05-31,4,"good, quick"', rows[3]!]);
    expect(counts(await store(moved))).toEqual([0, 1, 3]);
    expect(counts(await store(moved))).toEqual([0, 0, 4]);
    const { rows: left } = await sql<{ month: string }>`
      select distinct to_char(day, 'YYYY-MM') as month from change_note where fact = 'feedback' order by 1`.execute(
      ctx.db,
    );
    expect(left).toEqual([{ month: '2026-03' }, { month: '2026-05' }]);
  });

  it('keeps two shops with the same columns and the same row numbers apart', async () => {
    await store(fileOf(rows), { source: 'Camden till' });
    const other = fileOf(rows.map((row) => row.replace(/Camden|Soho/, 'Leeds')));
    expect(counts(await store(other, { source: 'Leeds till' }))).toEqual([4, 0, 0]);
    expect(counts(await store(other, { source: ' LEEDS  till' }))).toEqual([0, 0, 4]);
    expect(await stored()).toHaveLength(8);
  });

  it('counts equal rows without ids as many answers, and as the same ones next time', async () => {
    const content = fileOf([rows[0]!, rows[0]!, rows[0]!]);
    expect(counts(await store(content, { columns: { rowId: null } }))).toEqual([3, 0, 0]);
    expect(counts(await store(content, { columns: { rowId: null } }))).toEqual([0, 0, 3]);
  });
});

describe('an import that is taken back', () => {
  it('removes what it added and restores what it changed, exactly', async () => {
    await store(fileOf(rows));
    const before = await stored();
    const second = await store(
      fileOf([
        '1,Soho,2026-05-01 09:15,1,other in every field',
        ...rows.slice(1),
        '5,Leeds,2026-03-03,5,new',
      ]),
    );
    expect(counts(second)).toEqual([1, 1, 3]);
    expect(await planTakeBack(ctx, second)).toMatchObject({ added: 1, changed: 1 });
    const undone = await takeBack(second.feedbackImportId);
    expect(undone.status).toBe('taken_back');
    expect(await stored()).toEqual(before);
    expect(counts(await store(fileOf(rows)))).toEqual([0, 0, 4]);
    await expect(takeBackImport(ctx, { importId: second.feedbackImportId })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('is refused with the names of imports that changed its rows since, until they are taken back', async () => {
    const first = await store(fileOf(rows));
    const second = await store(fileOf(['1,Camden,2026-03-01,4,fine', ...rows.slice(1)]));
    const attempt = takeBackImport(ctx, { importId: first.feedbackImportId });
    await expect(attempt).rejects.toMatchObject({
      code: 'CONFLICT',
      text: { en: expect.stringContaining('survey.csv') as string },
    });
    await takeBack(second.feedbackImportId);
    await takeBack(first.feedbackImportId);
    expect(await stored()).toEqual([]);
    const { rows: left } = await sql`select 1 from feedback_origin`.execute(ctx.db);
    expect(left).toEqual([]);
  });

  it('can be imported again', async () => {
    const first = await store(fileOf(rows));
    await takeBack(first.feedbackImportId);
    expect(counts(await store(fileOf(rows)))).toEqual([4, 0, 0]);
    const again = await check(ctx, first.feedbackImportId, {
      createUnderId: rootId,
      columns: { scores: csat('lowest'), rowId: 'id' },
    });
    expect([again.status, ...counts(again)]).toEqual(['checked', 0, 4, 0]);
  });

  it('stays when its work was begun before another import changed its rows', async () => {
    const first = await store(fileOf(rows));
    await takeBackImport(ctx, { importId: first.feedbackImportId });
    await store(fileOf(['1,Camden,2026-03-01,4,fine', ...rows.slice(1)]));
    expect(await work(ctx, first.feedbackImportId)).toMatchObject({
      status: 'failed',
      failure: { step: 'taking_back', code: 'changed-since' },
    });
    expect(await stored()).toHaveLength(4);
  });

  it('leaves an entry in the audit log', async () => {
    const first = await store(fileOf(rows));
    await takeBack(first.feedbackImportId);
    const { rows: entries } = await sql`
      select subject_id as id from audit_entry where action = 'feedback_import.take_back'`.execute(
      ctx.db,
    );
    expect(entries).toEqual([{ id: first.feedbackImportId }]);
  });
});

describe('rows of an earlier version', () => {
  it('are found again by the name that it gave them, within their own source only', async () => {
    const first = await store(fileOf(rows), { source: 'survey' });
    // Names as the version before made them: the first 18 bytes of a hash over the columns and the id.
    await sql`
      update feedback_import set has_old_refs = true`.execute(ctx.db);
    await sql`delete from feedback_origin`.execute(ctx.db);
    await sql`
      insert into feedback_origin (row_ref, content_ref, feedback_id, occurred_at)
      select ref, ref, feedback_id, occurred_at
      from (values ('1', 'fine'), ('2', 'slow'), ('3', 'good, quick')) as v(id, comment)
      join feedback f on f.comment = v.comment
      cross join lateral (select encode(substring(sha256(convert_to('file:' || translate(rtrim(encode(substring(sha256(
        decode(encode(convert_to('id', 'UTF8'), 'hex') || '00' || encode(convert_to(${first.signature}, 'UTF8'), 'hex')
          || '00' || encode(convert_to(v.id, 'UTF8'), 'hex'), 'hex')) for 18), 'base64'), '='), '+/', '-_'),
        'UTF8')) for 16), 'hex')::uuid as ref) as named`.execute(ctx.db);
    expect(counts(await store(fileOf(rows.slice(0, 3)), { source: 'elsewhere' }))).toEqual([
      3, 0, 0,
    ]);
    expect(counts(await store(fileOf(rows.slice(0, 3)), { source: 'survey' }))).toEqual([0, 0, 3]);
  });
});

describe('a file with several scores', () => {
  it('takes NPS, CSAT and CES of each row, each with its own best end', async () => {
    const content = [
      'shop,date,nps,csat,ces',
      'Camden,2026-03-01,9,1,7',
      'Camden,2026-03-02,,2,',
    ].join('\n');
    const importId = await uploadFile(ctx, content);
    const { guess } = await getImport(ctx, { importId });
    expect(guess.scores.map(({ column, metric }) => [column, metric])).toEqual(
      expect.arrayContaining([
        ['nps', 'nps'],
        ['csat', 'csat'],
        ['ces', 'ces'],
      ]),
    );
    const done = await store(content, {
      columns: {
        rowId: null,
        scores: [
          { column: 'nps', metric: 'nps', best: 'highest' },
          { column: 'csat', metric: 'csat', best: 'lowest' },
          { column: 'ces', metric: 'ces', best: 'highest' },
        ],
      },
    });
    expect(done.tally[0]?.scores).toEqual({
      nps: { scored: 1, satisfied: 1 },
      csat: { scored: 2, satisfied: 2 },
      ces: { scored: 1, satisfied: 1 },
    });
    const { rows: kept } = await sql`
      select nps_score as nps, csat_score as csat, ces_score as ces from feedback order by occurred_at`.execute(
      ctx.db,
    );
    expect(kept).toEqual([
      { nps: 9, csat: 5, ces: 7 },
      { nps: null, csat: 4, ces: null },
    ]);
  });
});

describe('the person who answered', () => {
  it('is kept as a keyed hash: equal within a source, different between them, never the id', async () => {
    const content = [
      'id,customer_email,shop,date,score',
      '1,ann@example.org,Camden,2026-03-01,5',
      '2,ANN@example.org ,Camden,2026-03-02,4',
      '3,bob@example.org,Camden,2026-03-03,4',
      '4,,Camden,2026-03-04,4',
    ].join('\n');
    const columns = { respondent: 'customer_email', comment: null };
    await store(content, { columns, source: 'Till' });
    await store(content, { columns, source: 'Survey' });
    const { rows: found } = await sql<{ key: string | null; n: number }>`
      select respondent_key::text as key, count(*)::int as n from feedback group by 1 order by n, key`.execute(
      ctx.db,
    );
    expect(found.map(({ n }) => n).sort()).toEqual([1, 1, 2, 2, 2]);
    const other = { ...ctx, config: { ...ctx.config, secret: 'another installation, other keys' } };
    expect((await store(content, { columns, context: other })).changes.fields).toEqual({
      respondent: 3,
    });
  });
});
