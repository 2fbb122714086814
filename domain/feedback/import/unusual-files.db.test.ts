import { describe, expect, it } from 'vitest';
import { Forbidden } from '../../../platform/errors';
import { check, importFile, uploadFile, work } from '../../../test/factories/feedback-import';
import { encodeAs } from '../../../test/harness/encode-as';
import { testContext } from '../../../test/harness/test-context';
import { useDatabase } from '../../../test/harness/use-database';
import { systemViewer } from '../../access';
import type { Context } from '../../context';
import { createDepartment } from '../../organisation';
import { chooseEncoding } from './choose-encoding';
import { commitImport } from './commit-import';
import { getImport, listRejectedRows } from './get-import';
import { mapColumns } from './map-columns';
import { rejectedRowsReport } from './rejected-rows-report';

const database = useDatabase();

async function setUp(): Promise<{ ctx: Context; rootId: string }> {
  const ctx = testContext(database.db, systemViewer);
  const names = { code: 'ROOT', nameEn: 'All', nameZh: '全部', parentDepartmentId: null };
  const { departmentId } = await createDepartment(ctx, names);
  return { ctx, rootId: departmentId };
}

const stored = ({ db }: Context) =>
  db
    .selectFrom('feedback')
    .select(['occurred_at', 'occurred_on', 'csat_score', 'comment'])
    .orderBy('occurred_at')
    .execute();

const codesOf = async (ctx: Context, importId: string) =>
  (await listRejectedRows(ctx, { importId, limit: 100 })).map(({ line, problems }) => [
    line,
    ...problems.map(({ column, code }) => `${column ?? ''}:${code}`),
  ]);

describe('a feedback file that some tool wrote in its own way', () => {
  it('in a doubtful encoding waits for a person, and then is read as they say', async () => {
    const { ctx, rootId } = await setUp();
    const content = encodeAs(
      'service;date;score;comment\nCafé;2026-03-12;5;élève « très » bien reçu – à l’hôpital\n',
      'windows-1252',
    );
    const importId = await uploadFile(ctx, content);
    expect(await getImport(ctx, { importId })).toMatchObject({ encodingCertainty: 'asked' });
    await expect(check(ctx, importId, { createUnderId: rootId })).rejects.toMatchObject({
      fields: [{ path: ['encoding'] }],
    });
    await chooseEncoding(ctx, { importId, encoding: 'windows-1252' });
    const chosen = await getImport(ctx, { importId });
    expect(chosen).toMatchObject({ encodingCertainty: 'chosen', status: 'uploaded' });
    expect(chosen.sample[0]?.values[0]).toBe('Café');
    await check(ctx, importId, { createUnderId: rootId });
    await commitImport(ctx, { importId });
    await work(ctx, importId);
    expect(await stored(ctx)).toMatchObject([
      { comment: 'élève « très » bien reçu – à l’hôpital' },
    ]);
  });

  it('cannot be read in an encoding that it is not in', async () => {
    const { ctx } = await setUp();
    const content = encodeAs('service;date\nCafé x;2026-03-12\n', 'windows-1252');
    const importId = await uploadFile(ctx, content);
    await expect(chooseEncoding(ctx, { importId, encoding: 'utf-8' })).rejects.toMatchObject({
      details: { reason: 'not-in-encoding' },
    });
    await expect(
      chooseEncoding(ctx, { importId, encoding: 'latin-9' as 'utf-8' }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });

  it.each([
    [
      'Google Forms, with the zone of each time',
      'Timestamp,Service,Score,Comment\n2026/10/05 2:05:11 PM GMT+1,Shop,5,good\n2026/10/05 2:05:11 PM GMT-4,Shop,4,\n',
      ['2026-10-05T13:05:11.000Z', '2026-10-05T18:05:11.000Z'],
    ],
    [
      'a German spreadsheet, named by itself, with titles above and cells beyond the heading',
      'sep=;\r\nAuswertung März\r\n\r\nService;Datum;Score;;\r\nShop;05.10.2026 14:05;4,0;;\r\n;;;;\r\nShop;31.10.2026 09.15;5;;\r\n',
      ['2026-10-05T13:05:00.000Z', '2026-10-31T09:15:00.000Z'],
    ],
    [
      'a spreadsheet that leaves out empty cells at the end of rows',
      'service,date,score,comment\nShop,2026-10-05 14:05,4\nShop,2026-10-06 14:05\n',
      ['2026-10-05T13:05:00.000Z', '2026-10-06T13:05:00.000Z'],
    ],
    [
      'Qualtrics, with questions and ids below the heading',
      'EndDate,service,score\nEnd Date,Which service?,How satisfied?\n"{""ImportId"":""endDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\n2026-10-05 14:05:00,Shop,5\n',
      ['2026-10-05T13:05:00.000Z'],
    ],
    ['SAP, with bars', 'Service|Date|Score\nShop|20261005140511|5\n', ['2026-10-05T13:05:11.000Z']],
    [
      'WPS in Chinese',
      '服务，日期，评分\nShop，2026年10月5日 下午2:05，5\n',
      ['2026-10-05T13:05:00.000Z'],
    ],
  ])('is read as it is meant: %s', async (_tool, content, moments) => {
    const { ctx, rootId } = await setUp();
    const done = await importFile(ctx, content, { createUnderId: rootId });
    expect(await codesOf(ctx, done.feedbackImportId)).toEqual([]);
    expect(done).toMatchObject({ status: 'done', rowsStored: moments.length });
    expect((await stored(ctx)).map(({ occurred_at }) => occurred_at.toISOString())).toEqual(
      moments,
    );
  });

  it('may hold words that programs reserve, halves of characters and NULs: each refuses its row alone', async () => {
    const { ctx, rootId } = await setUp();
    const emoji = `${'x'.repeat(499)}😀`;
    const long = 'y'.repeat(300);
    const content = [
      'service,date,score,comment,channel',
      'Shop,2026-03-01,constructor,fine,',
      'Shop,2026-03-02,__proto__,fine,',
      'Shop,2026-03-03,5,toString,constructor',
      'Shop,2026-03-04,5,valueOf,__proto__',
      'Shop,__proto__,5,fine,',
      `Shop,2026-03-05,5,fine,${emoji}`,
      'Sh\u0000op,2026-03-06,5,fine,',
      `${long},2026-03-07,5,fine,`,
      'constructor,2026-03-08,5,fine,',
      '__proto__,2026-03-09,5,fine,',
      ...Array.from({ length: 60 }, () => 'Shop,2026-03-10,4,plain words that fill the file,'),
    ].join('\n');
    const done = await importFile(ctx, content, { createUnderId: rootId });
    expect(done).toMatchObject({ status: 'done', rowsStored: 62, rowsRejected: 8 });
    expect(await codesOf(ctx, done.feedbackImportId)).toEqual([
      [2, 'score:score-not-a-number'],
      [3, 'score:score-not-a-number'],
      [4, 'channel:channel-unknown'],
      [5, 'channel:channel-unknown'],
      [6, 'date:date-unreadable'],
      [7, 'channel:value-too-long'],
      [8, 'service:unprintable-character'],
      [9, 'service:value-too-long'],
    ]);
  });

  it('never waits for ever: what the queue does not try again ends the import with the reason', async () => {
    const { ctx } = await setUp();
    const importId = await uploadFile(ctx, 'service,date,score\nShop,2026-03-01,5\n');
    const refusing = { ...ctx.storage, get: () => Promise.reject(new Forbidden()) };
    const mapping = { ...(await getImport(ctx, { importId })).guess, dateOrder: 'ymd' as const };
    await mapColumns(ctx, { importId, mapping: { ...mapping, date: 'date' } });
    await expect(work({ ...ctx, storage: refusing }, importId)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await getImport(ctx, { importId })).toMatchObject({
      status: 'failed',
      failure: { step: 'profiling', code: 'interrupted' },
    });
  });

  it('gives its refused rows back as texts that no spreadsheet computes, and takes them in as they were', async () => {
    const { ctx, rootId } = await setUp();
    const rows = ['=1+1', '-5 stars', '@home', "'=quoted", '＝全角'];
    const content = `service,date,score,"=comment"\n${rows
      .map((words) => `Shop,soon,5,"${words}"`)
      .join('\n')}\n`;
    const columns = { date: 'date', dateOrder: 'ymd', comment: '=comment' } as const;
    const refused = await importFile(ctx, content, { createUnderId: rootId, columns });
    expect(refused).toMatchObject({ rowsStored: 0, rowsRejected: 5 });
    let report = '';
    for await (const part of (await rejectedRowsReport(ctx, { importId: refused.feedbackImportId }))
      .content)
      report += part;
    expect(report).toContain(",'=comment,");
    expect(report).not.toMatch(/(^|,|")[=+\-@＝]/m);
    const repaired = report.replaceAll('soon', '2026-03-01');
    await importFile(ctx, repaired, { createUnderId: rootId, columns });
    // Of the cell that came with an apostrophe the guard is taken away.
    expect((await stored(ctx)).map(({ comment }) => comment).sort()).toEqual(
      ['=1+1', '-5 stars', '@home', '=quoted', '＝全角'].sort(),
    );
  });
});
