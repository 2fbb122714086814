import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aFeedbackFile } from '../../../test/factories/feedback-file';
import { check, importFile, uploadFile, work } from '../../../test/factories/feedback-import';
import { testContext } from '../../../test/harness/test-context';
import { useDatabase } from '../../../test/harness/use-database';
import { systemViewer } from '../../access';
import type { Context } from '../../context';
import { createDepartment } from '../../organisation';
import { commitImport } from './commit-import';
import { getImport, listOfferedMappings, listRejectedRows } from './get-import';
import { assertUploadAllowed, receiveFile } from './receive-file';
import { rejectedRowsReport } from './rejected-rows-report';

const database = useDatabase();

async function setUp(): Promise<{ ctx: Context; rootId: string }> {
  const ctx = testContext(database.db, systemViewer);
  const root = await createDepartment(ctx, {
    code: 'ROOT',
    nameEn: 'All',
    nameZh: '全部',
    parentDepartmentId: null,
  });
  return { ctx, rootId: root.departmentId };
}

async function storedPerService(ctx: Context) {
  const { rows } = await sql<{ name: string; rows: number; scored: number; satisfied: number }>`
    select d.name_en as name, count(*) as rows, count(csat_score) as scored,
           count(*) filter (where csat_score >= 4) as satisfied
    from feedback f join department_closure c on c.descendant_id = f.department_id
    join department d on d.department_id = c.ancestor_id group by 1`.execute(ctx.db);
  return new Map(rows.map(({ name, ...counts }) => [name, counts]));
}

async function reasonOf(attempt: Promise<unknown>): Promise<unknown> {
  const error: unknown = await attempt.then(() => undefined).catch((thrown: unknown) => thrown);
  return error instanceof Error && 'details' in error ? error.details : error;
}

async function reportOf(ctx: Context, importId: string): Promise<string> {
  const { content } = await rejectedRowsReport(ctx, { importId });
  let text = '';
  for await (const part of content) text += part;
  return text;
}

describe('importing a file of customer feedback', () => {
  it('stores every row under its service, with the numbers of the file', async () => {
    const { ctx, rootId } = await setUp();
    const file = aFeedbackFile({ rows: 300 });
    const done = await importFile(ctx, file.content, { createUnderId: rootId });
    expect(done).toMatchObject({
      status: 'done',
      rowsStored: 300,
      rowsUnchanged: 0,
      rowsRejected: 0,
    });
    const stored = await storedPerService(ctx);
    expect(file.services.length).toBe(4);
    for (const { service, rows, scored, satisfied } of file.services) {
      expect(stored.get(service)).toEqual({ rows, scored, satisfied });
    }
    expect(stored.get('All')?.rows).toBe(300);
  });

  it('tells in the dry run what would be stored and stores nothing', async () => {
    const { ctx, rootId } = await setUp();
    const file = aFeedbackFile({ rows: 120 });
    const checked = await check(ctx, await uploadFile(ctx, file.content), {
      createUnderId: rootId,
    });
    expect(checked).toMatchObject({ status: 'checked', rowsStored: 120, rowsRead: 120 });
    for (const { trust, service, rows, scored, satisfied } of file.services) {
      const parts = checked.tally.filter(({ path }) => path[0] === trust && path[1] === service);
      const sum = (pick: (part: (typeof parts)[number]) => number) =>
        parts.reduce((total, part) => total + pick(part), 0);
      const csat = (part: (typeof parts)[number]) =>
        part.scores.csat ?? { scored: 0, satisfied: 0 };
      expect([
        sum((p) => p.rows),
        sum((p) => csat(p).scored),
        sum((p) => csat(p).satisfied),
      ]).toEqual([rows, scored, satisfied]);
    }
    expect((await storedPerService(ctx)).size).toBe(0);
  });

  it.each([
    ['by row id', { rowId: 'comment_id' }],
    ['by the values of the rows', { rowId: null }],
  ])('changes nothing when the same file comes again, told apart %s', async (_name, columns) => {
    const { ctx, rootId } = await setUp();
    const { content } = aFeedbackFile({ rows: 150 });
    const twice = `${content}\n${content.split('\n').slice(1).join('\n')}`;
    // Without ids, equal rows are two answers; the file holds each row twice.
    const file = columns.rowId === null ? twice : content;
    const first = await importFile(ctx, file, { createUnderId: rootId, columns });
    const before = await storedPerService(ctx);
    const again = await importFile(ctx, file, { createUnderId: rootId, columns });
    expect(first.rowsStored).toBe(columns.rowId === null ? 300 : 150);
    expect(again).toMatchObject({ status: 'done', rowsStored: 0, rowsUnchanged: first.rowsStored });
    expect(await storedPerService(ctx)).toEqual(before);
  });

  it('stores the good rows of a partly bad file; the repaired report adds the rest', async () => {
    const { ctx, rootId } = await setUp();
    const content = [
      'id,service,date,score,comment',
      '1,Shop,2026-03-01,5,fine',
      '2,Shop,01/04/2026,5,other format',
      '3,Shop,2026-03-02,9,off the scale',
      '4,,2026-03-03,4,"no',
      'service"',
      '5,Shop,2026-03-04,,do not know',
      '6,Shop,2030-01-01,3,future',
      '7,Shop,1999-12-31,3,too early',
      '8,Shop',
      '1,Shop,2026-03-06,4,same id',
      '9,Shop,2026-03-07,good,words are read',
      '10,Shop,soon,great,two problems',
    ].join('\n');
    const done = await importFile(ctx, content, {
      createUnderId: rootId,
      columns: { rowId: 'id' },
    });
    expect(done).toMatchObject({ status: 'done', rowsStored: 3, rowsRejected: 8 });
    const rejected = await listRejectedRows(ctx, { importId: done.feedbackImportId, limit: 100 });
    expect(
      rejected.map(({ line, problems }) => [
        line,
        problems.map(({ column, code }) => `${column ?? ''}:${code}`),
      ]),
    ).toEqual([
      [3, ['date:date-other-format']],
      [4, ['score:score-out-of-range']],
      [5, ['service:department-empty']],
      [8, ['date:date-in-future']],
      [9, ['date:date-too-early']],
      [10, [':wrong-field-count']],
      [11, ['id:row-id-repeated']],
      [13, ['date:date-unreadable', 'score:score-not-a-number']],
    ]);
    const report = await reportOf(ctx, done.feedbackImportId);
    expect(report.split('\n')[0]).toBe(
      '\ufeffid,service,date,score,comment,tandem_line,tandem_field,tandem_value,tandem_reason',
    );
    const repaired = report
      .replace('01/04/2026,5', '2026-04-01,5')
      .replace('2026-03-02,9', '2026-03-02,4')
      .replace('8,Shop,,,', '8,Shop,2026-03-05,4,')
      .replace('1,Shop,2026-03-06', '11,Shop,2026-03-06');
    const second = await importFile(ctx, repaired, {
      createUnderId: rootId,
      columns: { rowId: 'id' },
    });
    expect(second).toMatchObject({ status: 'done', rowsStored: 4, rowsRejected: 4 });
    expect((await storedPerService(ctx)).get('Shop')).toEqual({ rows: 7, scored: 6, satisfied: 6 });
  });

  it.each([
    ['empty', '', { reason: 'empty' }],
    ['only a header', 'service,date,score\n', { reason: 'only-header' }],
    [
      'not in a known encoding',
      Buffer.from('service,date,comment\nA,2026-01-01,a\x98b\x81c\x98d\x81e\n', 'latin1'),
      { reason: 'unknown-encoding', line: 2 },
    ],
    [
      'with a stray quote',
      'service,date,comment\nA,2026-01-01,so "so\n',
      { reason: 'stray-quote', line: 2 },
    ],
    [
      'with an open quote',
      'service,date,comment\nA,2026-01-01,"so\nB,2026-01-02,x\n',
      { reason: 'open-quote', line: 2 },
    ],
    ['of one column', 'comment\nhello\n', { reason: 'one-column' }],
    [
      'of too many columns',
      `${Array.from({ length: 100_000 }, (_, index) => `c${index}`).join()}\n1,2\n`,
      { reason: 'too-many-columns', found: 100_000, limit: 500 },
    ],
    [
      'of a row without end',
      `service,date\nA,2026-01-01\n${'x'.repeat(1_100_000)},y\n`,
      { reason: 'too-long', line: 3 },
    ],
    [
      'with a NUL in its heading',
      `service,da\u0000te\n${'A,2026-01-01\n'.repeat(20)}`,
      { reason: 'nul-in-header' },
    ],
    ['with a column named twice', 'a,a\n1,2\n', { reason: 'repeated-column', column: 'a' }],
  ])('refuses a file that is %s and keeps nothing', async (_name, content, details) => {
    const { ctx } = await setUp();
    expect(await reasonOf(uploadFile(ctx, content))).toMatchObject(details);
    expect(await ctx.db.selectFrom('feedback_import').select('status').execute()).toEqual([]);
  });

  it('finds a broken quote far down the file before anything is stored', async () => {
    const { ctx, rootId } = await setUp();
    const content = `${aFeedbackFile({ rows: 2000 }).content}x,y,z,,2026-01-01,1,q,"never closed\n`;
    const failed = await importFile(ctx, content, { createUnderId: rootId });
    expect(failed.status).toBe('failed');
    expect(failed.failure).toMatchObject({ step: 'profiling', code: 'open-quote' });
    expect(content.split('\n')[(failed.failure?.params['line'] as number) - 1]).toContain(
      'never closed',
    );
    expect((await storedPerService(ctx)).size).toBe(0);
  });

  it('refuses a file that is too large by its length, and while it streams', async () => {
    const { ctx } = await setUp();
    expect(() => assertUploadAllowed(ctx, 2 * 1024 ** 3)).toThrow('larger than the 200 MB');
    const small = { ...ctx, config: { ...ctx.config, maxUploadBytes: 2 * 1024 * 1024 } };
    let given = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc((given++, 65_536), 'a,b\n');
      })(),
    );
    expect(await reasonOf(receiveFile(small, { stream: endless, fileName: 'big.csv' }))).toEqual({
      reason: 'too-large',
      megabytes: 2,
    });
    expect(given).toBeLessThan(100);
  });

  it('asks for a column that the mapping wants and the file does not have', async () => {
    const { ctx, rootId } = await setUp();
    const importId = await uploadFile(ctx, aFeedbackFile({ rows: 5 }).content);
    const attempt = check(ctx, importId, {
      createUnderId: rootId,
      columns: { scores: [{ column: 'stars', metric: 'csat', best: 'highest' }] },
    });
    await expect(attempt).rejects.toMatchObject({
      fields: [{ path: ['mapping'], message: { en: expect.stringContaining('stars') as string } }],
    });
  });

  it('goes on after a kill between batches and stores nothing twice', async () => {
    const { ctx, rootId } = await setUp();
    const { content } = aFeedbackFile({ rows: 400 });
    const rows = content.split('\n').slice(1).join('\n');
    const file = `${content}${rows}`;
    const importId = await uploadFile(ctx, file);
    await check(ctx, importId, { createUnderId: rootId, columns: { rowId: null } });
    await commitImport(ctx, { importId });
    const stop = new AbortController();
    let batches = 0;
    const killed = new Error('killed');
    const signal = Object.assign(stop.signal, {
      throwIfAborted: () => {
        if (++batches > 3) throw killed;
      },
    });
    await expect(work(ctx, importId, { batchRows: 100, signal })).rejects.toBe(killed);
    const halfway = await getImport(ctx, { importId });
    expect(halfway).toMatchObject({ status: 'committing', rowsRead: 300, rowsStored: 300 });
    const done = await work(ctx, importId, { batchRows: 100 });
    expect(done).toMatchObject({
      status: 'done',
      rowsRead: 800,
      rowsStored: 800,
      rowsUnchanged: 0,
    });
    expect((await storedPerService(ctx)).get('All')?.rows).toBe(800);
  });

  it('leaves everything as it is when another run has taken over', async () => {
    const { ctx, rootId } = await setUp();
    const importId = await uploadFile(ctx, aFeedbackFile({ rows: 50 }).content);
    await check(ctx, importId, { createUnderId: rootId });
    await commitImport(ctx, { importId });
    const { runNumber } = await getImport(ctx, { importId });
    await ctx.db
      .updateTable('feedback_import')
      .set({ run_number: runNumber + 1 })
      .execute();
    const { runImport } = await import('./run-import');
    await runImport(ctx, { importId, runNumber });
    expect((await storedPerService(ctx)).size).toBe(0);
  });

  it('offers the mapping by its name to the next file with the same columns', async () => {
    const { ctx, rootId } = await setUp();
    await importFile(ctx, aFeedbackFile({ rows: 60 }).content, {
      createUnderId: rootId,
      mappingName: 'Patient survey',
    });
    const next = await uploadFile(ctx, aFeedbackFile({ rows: 60, seed: 2 }).content);
    const [offered] = await listOfferedMappings(ctx, await getImport(ctx, { importId: next }));
    expect(offered).toMatchObject({
      name: 'Patient survey',
      mapping: { columns: { scores: [{ column: 'fft_score', best: 'lowest' }] } },
    });
    expect(offered?.mapping.departments.every(({ action }) => action === 'use')).toBe(true);
  });
});
