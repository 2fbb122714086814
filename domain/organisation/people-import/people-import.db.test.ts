import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Forbidden } from '../../../platform/errors';
import { ChangedMeanwhile } from '../../../platform/revision';
import { aDepartment, anEmployee } from '../../../test/factories/organisation';
import { aViewer } from '../../../test/factories/viewer';
import { encodeAs } from '../../../test/harness/encode-as';
import { actAs } from '../../../test/harness/act-as';
import { useDatabase } from '../../../test/harness/use-database';
import { departmentOf, endEmployment, managerOf } from '..';
import {
  checkPeopleFile,
  getPeopleImport,
  listRejectedRows,
  listUnknownDepartments,
  peopleImportRevision,
  readPeopleFileAs,
  receivePeopleFile,
  rejectedPeopleReport,
  runPeopleImport,
  startPeopleImport,
  tallyPeopleImport,
} from '.';

const database = useDatabase();
const job = { signal: new AbortController().signal, progress: () => Promise.resolve() };
const hr = () => actAs(database.db, aViewer({ roles: ['hr'] })).ctx;
const header =
  'employee_number,full_name,email,department_code,position,manager_number,hired_on,from_date';

async function upload(content: string | Buffer) {
  const ctx = hr();
  const stream = Readable.from([Buffer.from(content)]);
  // Without an account to refer to, since the viewer of this test is none.
  await ensureAccount(ctx.viewer);
  const peopleImportId = await receivePeopleFile(ctx, { stream, fileName: 'people.csv' });
  await checkPeopleFile(ctx, { peopleImportId }, job);
  return { ctx, peopleImportId };
}

async function ensureAccount(viewer: { kind: string; userAccountId?: string }) {
  await database.db
    .insertInto('user_account')
    .values({
      user_account_id: viewer.userAccountId ?? '',
      email: `${viewer.userAccountId}@example.org`,
      display_name: 'HR',
    })
    .execute();
}

async function store(content: string | Buffer) {
  const { ctx, peopleImportId } = await upload(content);
  await startPeopleImport(ctx, { peopleImportId });
  await runPeopleImport(ctx, { peopleImportId }, job);
  return tallyPeopleImport(ctx, { peopleImportId });
}

async function idOf(employeeNumber: string): Promise<string> {
  const row = await database.db
    .selectFrom('employee')
    .select('employee_id')
    .where('employee_number', '=', employeeNumber)
    .executeTakeFirstOrThrow();
  return row.employee_id;
}

const goodFile = [
  header,
  '2,Bo,bo@example.org,SALES,Adviser,1,2025-02-01,',
  '1,Ada,ada@example.org,SALES,Lead,,2020-01-06,',
  '3,"陈,嘉怡",,SERVICE,顾问,1,2024年5月6日,2024-06-01',
].join('\n');

describe('a file of people', () => {
  it('brings people, also where the manager stands further down', async () => {
    const sales = await aDepartment(database.db, { code: 'SALES' });
    await aDepartment(database.db, { code: 'SERVICE' });
    expect(await store(goodFile)).toMatchObject({ rows: 3, created: 3, rejected: 0, stored: 3 });
    const [ada, bo, chen] = [await idOf('1'), await idOf('2'), await idOf('3')];
    const ctx = hr();
    expect(await departmentOf(ctx, { employeeId: bo, on: '2025-02-01' })).toBe(sales);
    expect(await managerOf(ctx, { employeeId: bo, on: '2026-01-01' })).toBe(ada);
    expect(await departmentOf(ctx, { employeeId: chen, on: '2024-05-31' })).toBeUndefined();
  });

  it('changes nothing when it comes again', async () => {
    await aDepartment(database.db, { code: 'SALES' });
    await aDepartment(database.db, { code: 'SERVICE' });
    await store(goodFile);
    const before = await database.db
      .selectFrom('department_membership')
      .selectAll()
      .orderBy('employee_id')
      .execute();
    expect(await store(goodFile)).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(
      await database.db
        .selectFrom('department_membership')
        .selectAll()
        .orderBy('employee_id')
        .execute(),
    ).toEqual(before);
  });

  it('is stored only when somebody says so', async () => {
    await aDepartment(database.db, { code: 'SALES' });
    await aDepartment(database.db, { code: 'SERVICE' });
    const { ctx, peopleImportId } = await upload(goodFile);
    expect(await tallyPeopleImport(ctx, { peopleImportId })).toMatchObject({
      created: 3,
      stored: 0,
    });
    expect(await database.db.selectFrom('employee').selectAll().execute()).toEqual([]);
    await startPeopleImport(ctx, { peopleImportId });
    await expect(startPeopleImport(ctx, { peopleImportId })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('stores its good rows and gives back the others with line, field, value and reason', async () => {
    await aDepartment(database.db, { code: 'SALES' });
    await anEmployee(database.db, {
      employeeNumber: '9',
      email: 'taken@example.org',
      fullName: 'Kim',
    });
    const { ctx, peopleImportId } = await upload(
      [
        header,
        '1,Ada,,SALES,Lead,,2020-01-06,',
        '2,,nobody,SALES,Adviser,1,03/04/2025,',
        '3,Cy,,NOWHERE,"Ad\nviser",1,2025-02-01,',
        '4,Di,,SALES,Adviser,3,2025-02-01,',
        '5,Ed,TAKEN@example.org,SALES,Adviser,1,2025-02-01,',
        '6,Flo,,SALES,Adviser,7,2025-02-01,',
        '7,Gus,,SALES,Adviser,6,2025-02-01,',
        '1,Ada,,SALES,Lead,,2020-01-06,',
      ].join('\r\n'),
    );
    const rejected = await listRejectedRows(ctx, { peopleImportId, afterLine: 0, limit: 50 });
    expect(
      rejected.map(({ line, problems }) => [
        line,
        ...problems.map(({ field, value }) => `${field}=${value}`),
      ]),
    ).toEqual([
      [3, 'full_name=', 'email=nobody', 'hired_on=03/04/2025'],
      [4, 'department_code=NOWHERE'],
      [6, 'manager_number=3'],
      [7, 'email=TAKEN@example.org'],
      [8, 'manager_number=7'],
      [9, 'manager_number=6'],
      [10, 'employee_number=1'],
    ]);
    let report = '';
    for await (const part of rejectedPeopleReport(ctx, { peopleImportId })) report += part;
    expect(report.split('\n')[0]).toBe(
      `\ufeff${header},tandem_line,tandem_field,tandem_value,tandem_reason`,
    );
    expect(report).toContain('There is no department with this code or name.');

    await startPeopleImport(ctx, { peopleImportId });
    await runPeopleImport(ctx, { peopleImportId }, job);
    expect(await tallyPeopleImport(ctx, { peopleImportId })).toMatchObject({
      created: 1,
      rejected: 7,
      stored: 8,
    });
    expect((await getPeopleImport(ctx, { peopleImportId })).state).toBe('done');
  });

  it('goes on where it was cut off, without storing anybody twice', async () => {
    await aDepartment(database.db, { code: 'SALES' });
    const people = Array.from(
      { length: 650 },
      (_, index) => `P${index},Person ${index},,SALES,Adviser,,2025-02-01,`,
    );
    const { ctx, peopleImportId } = await upload([header, ...people].join('\n'));
    await startPeopleImport(ctx, { peopleImportId });

    const cut = new AbortController();
    const cutJob = {
      signal: cut.signal,
      progress: () => Promise.resolve(cut.abort(new Error('The process ends'))),
    };
    await expect(runPeopleImport(ctx, { peopleImportId }, cutJob)).rejects.toThrow(
      'The process ends',
    );
    const { stored } = await tallyPeopleImport(ctx, { peopleImportId });
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(650);

    await runPeopleImport(ctx, { peopleImportId }, job);
    expect(await tallyPeopleImport(ctx, { peopleImportId })).toMatchObject({
      created: 650,
      stored: 650,
    });
    const memberships = await database.db
      .selectFrom('department_membership')
      .select('employee_id')
      .execute();
    expect(new Set(memberships.map((row) => row.employee_id)).size).toBe(650);
    expect(memberships).toHaveLength(650);
  });

  it('moves people from a day on and keeps what was before', async () => {
    const sales = await aDepartment(database.db, { code: 'SALES' });
    const service = await aDepartment(database.db, { code: 'SERVICE' });
    const employeeId = await anEmployee(database.db, {
      employeeNumber: '5',
      departmentId: sales,
      fullName: 'Eve',
    });
    const file = `employee_number;full_name;department_code;position;from_date\n5;Eve;SERVICE;Adviser;2026-04-01\n`;
    expect(await store(file)).toMatchObject({ updated: 1 });
    const ctx = hr();
    expect(await departmentOf(ctx, { employeeId, on: '2026-03-31' })).toBe(sales);
    expect(await departmentOf(ctx, { employeeId, on: '2026-04-01' })).toBe(service);
  });

  it.each<[string, string | Buffer, object]>([
    ['without columns that are needed', 'name,town\nAda,London\n', { reason: 'missing-fields' }],
    [
      'with a quote that is never closed',
      `${header}\n1,"Ada,,SALES,Lead,,2020-01-06,\n`,
      { reason: 'open-quote', line: 2 },
    ],
    ['that is empty', '', { reason: 'empty' }],
    ['that is a workbook', Buffer.from([0x50, 0x4b, 3, 4, 1, 2]), { reason: 'workbook' }],
    [
      'of too many columns',
      `${Array.from({ length: 100_000 }, (_, index) => index).join('x,')}\n1\n`,
      { reason: 'too-many-columns' },
    ],
  ])('is refused at once %s, and nothing of it is kept', async (_name, content, details) => {
    const stream = Readable.from([Buffer.from(content)]);
    const refused = receivePeopleFile(hr(), { stream, fileName: 'people.csv' });
    await expect(refused).rejects.toMatchObject({ details });
    expect(await database.db.selectFrom('people_import').selectAll().execute()).toEqual([]);
  });

  it('ends with the reason where it breaks far down', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => `${index},P,,SALES,,,2020-01-06,`);
    const { ctx, peopleImportId } = await upload(`${header}\n${rows.join('\n')}\n9,"P,\n`);
    const found = await getPeopleImport(ctx, { peopleImportId });
    expect(found).toMatchObject({ state: 'failed' });
    expect(found.failure?.en).toContain('line 402');
    expect(await tallyPeopleImport(ctx, { peopleImportId })).toMatchObject({ rows: 0 });
  });

  it('never waits for ever: what goes wrong at the last attempt ends it, and it can go on', async () => {
    await aDepartment(database.db, { code: 'SALES' });
    const ctx = hr();
    await ensureAccount(ctx.viewer);
    const stream = Readable.from([Buffer.from(`${header}\n1,Ada,,SALES,,,2020-01-06,\n`)]);
    const peopleImportId = await receivePeopleFile(ctx, { stream, fileName: 'people.csv' });
    const broken = {
      ...ctx,
      storage: { ...ctx.storage, get: () => Promise.reject(new Error('disk')) },
    };
    const check = (isLastAttempt: boolean) =>
      checkPeopleFile(broken, { peopleImportId }, { ...job, isLastAttempt });
    await expect(check(false)).rejects.toThrow('disk');
    expect(await getPeopleImport(ctx, { peopleImportId })).toMatchObject({ state: 'checking' });
    await expect(check(true)).rejects.toThrow('disk');
    expect(await getPeopleImport(ctx, { peopleImportId })).toMatchObject({ state: 'failed' });

    // What a rule refuses is not tried again by the queue, so its first failure is its last.
    await readPeopleFileAs(ctx, { peopleImportId });
    const refusing = { ...ctx.storage, get: () => Promise.reject(new Forbidden()) };
    await expect(
      checkPeopleFile({ ...ctx, storage: refusing }, { peopleImportId }, job),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await getPeopleImport(ctx, { peopleImportId })).toMatchObject({ state: 'failed' });

    await readPeopleFileAs(ctx, { peopleImportId });
    await checkPeopleFile(ctx, { peopleImportId }, job);
    await startPeopleImport(ctx, { peopleImportId });
    const cut = { ...job, progress: () => Promise.reject(new Error('lost')), isLastAttempt: true };
    await expect(runPeopleImport(ctx, { peopleImportId }, cut)).rejects.toThrow('lost');
    expect(await getPeopleImport(ctx, { peopleImportId })).toMatchObject({ state: 'failed' });
  });

  it('refuses the rows with nasty characters and no other', async () => {
    await aDepartment(database.db, { code: 'SALES' });
    const long = `${'x'.repeat(39)}😀😀`;
    const tally = await store(
      [
        header,
        '1,A\u0000da,,SALES,Lead,,2020-01-06,',
        `${long},Bo,,SALES,Lead,,2020-01-06,`,
        '3,Cy,,constructor,Lead,,2020-01-06,',
        '4,Di,,__proto__,Lead,,2020-01-06,',
        'constructor,Ed,,SALES,Lead,,2020-01-06,',
        "__proto__,'=Flo,,SALES,Lead,constructor,2020-01-06,,,,",
        ',,,,,,,',
        ...Array.from({ length: 40 }, (_, index) => `P${index},Person,,SALES,,,2020-01-06`),
      ].join('\n'),
    );
    expect(tally).toMatchObject({ rows: 46, created: 42, rejected: 4, stored: 46 });
    const flo = await database.db
      .selectFrom('employee')
      .select('full_name')
      .where('employee_number', '=', '__proto__')
      .executeTakeFirst();
    expect(flo?.full_name).toBe('=Flo');
  });

  it('asks in which order doubtful dates are, and reads them as a person says', async () => {
    await aDepartment(database.db, { code: 'SALES' });
    const { ctx, peopleImportId } = await upload(`${header}\n1,Ada,,SALES,Lead,,03/04/2020,\n`);
    expect(await getPeopleImport(ctx, { peopleImportId })).toMatchObject({
      state: 'asking',
      dateCandidates: ['dmy', 'mdy'],
    });
    await readPeopleFileAs(ctx, { peopleImportId, dateOrder: 'dmy' });
    await checkPeopleFile(ctx, { peopleImportId }, job);
    await startPeopleImport(ctx, { peopleImportId });
    await runPeopleImport(ctx, { peopleImportId }, job);
    const row = await database.db.selectFrom('employee').select('hired_on').executeTakeFirst();
    expect(row?.hired_on).toBe('2020-04-03');
  });

  it('in a doubtful encoding waits for a person, and then is read as they say', async () => {
    await aDepartment(database.db, { code: 'S' });
    const content = encodeAs(
      'Employee No.;Name;Dept;Hire date\n7;Zażółć Gęślą Jaźń;S;05.01.2026\n8;Łukasz Świątek;S;31.01.2026\n',
      'windows-1250',
    );
    const { ctx, peopleImportId } = await upload(content);
    expect(await getPeopleImport(ctx, { peopleImportId })).toMatchObject({ state: 'asking' });
    await expect(readPeopleFileAs(ctx, { peopleImportId, dateOrder: 'dmy' })).rejects.toMatchObject(
      {
        code: 'CONFLICT',
      },
    );
    await readPeopleFileAs(ctx, { peopleImportId, encoding: 'windows-1250' });
    await checkPeopleFile(ctx, { peopleImportId }, job);
    await startPeopleImport(ctx, { peopleImportId });
    await runPeopleImport(ctx, { peopleImportId }, job);
    const names = await database.db.selectFrom('employee').select('full_name').execute();
    expect(names.map((row) => row.full_name).sort()).toEqual(
      ['Zażółć Gęślą Jaźń', 'Łukasz Świątek'].sort(),
    );
  });

  it('finds departments by name, suggests one for a slip of the pen, and takes a person’s word', async () => {
    const camden = await aDepartment(database.db, { code: 'CAMDEN', nameEn: 'Camden store' });
    const file = `${header}\n1,Ada,,camden STORE,Lead,,2020-01-06,\n2,Bo,,Camdem stroe,Lead,,2020-01-06,\n`;
    const { ctx, peopleImportId } = await upload(file);
    expect(await tallyPeopleImport(ctx, { peopleImportId })).toMatchObject({
      created: 1,
      rejected: 1,
    });
    const found = await getPeopleImport(ctx, { peopleImportId });
    expect(await listUnknownDepartments(ctx, found)).toEqual([
      { value: 'Camdem stroe', rows: 1, similarDepartmentIds: [camden] },
    ]);
    const [refused] = await listRejectedRows(ctx, { peopleImportId, afterLine: 0, limit: 9 });
    expect(refused?.problems[0]?.reason.en).toContain('Is CAMDEN meant?');
    await readPeopleFileAs(ctx, {
      peopleImportId,
      departments: [{ value: 'Camdem stroe', departmentId: camden }],
    });
    await checkPeopleFile(ctx, { peopleImportId }, job);
    expect(await tallyPeopleImport(ctx, { peopleImportId })).toMatchObject({
      created: 2,
      rejected: 0,
    });
  });

  it('in two windows is read, and stored, only as the second has seen it', async () => {
    await aDepartment(database.db, { code: 'SALES' });
    const { ctx, peopleImportId } = await upload(`${header}\n1,Ada,,SALES,Lead,,03/04/2020,\n`);
    const revision = async () =>
      peopleImportRevision(await getPeopleImport(ctx, { peopleImportId }));
    const seen = await revision();
    await readPeopleFileAs(ctx, { peopleImportId, dateOrder: 'dmy', revision: seen });
    await checkPeopleFile(ctx, { peopleImportId }, job);
    const second = { peopleImportId, dateOrder: 'mdy', revision: seen } as const;
    await expect(readPeopleFileAs(ctx, second)).rejects.toThrow(ChangedMeanwhile);
    await expect(startPeopleImport(ctx, { peopleImportId, revision: seen })).rejects.toThrow(
      ChangedMeanwhile,
    );
    expect(await getPeopleImport(ctx, { peopleImportId })).toMatchObject({
      state: 'checked',
      dateOrder: 'dmy',
    });
    await startPeopleImport(ctx, { peopleImportId, revision: await revision() });
    expect(await getPeopleImport(ctx, { peopleImportId })).toMatchObject({ state: 'importing' });
  });

  it('takes people back who left, and keeps what was before', async () => {
    const sales = await aDepartment(database.db, { code: 'SALES' });
    const service = await aDepartment(database.db, { code: 'SERVICE' });
    const employeeId = await anEmployee(database.db, { employeeNumber: '5', departmentId: sales });
    const ctx = hr();
    await endEmployment(ctx, { employeeId, leftOn: '2026-02-01' });
    const file = `${header}\n5,Eve,,SERVICE,Adviser,,2026-06-01,\n`;
    expect(await store(file)).toMatchObject({ rehired: 1, rejected: 0 });
    expect(await departmentOf(ctx, { employeeId, on: '2026-01-31' })).toBe(sales);
    expect(await departmentOf(ctx, { employeeId, on: '2026-03-01' })).toBeUndefined();
    expect(await departmentOf(ctx, { employeeId, on: '2026-06-01' })).toBe(service);
    expect(await store(file)).toMatchObject({ rehired: 0, unchanged: 1 });
  });

  it('is understood in the encoding of Chinese spreadsheets', async () => {
    await aDepartment(database.db, { code: 'S' });
    // 工号,姓名,部门代码,入职日期 / 7,王伟,S,2026-01-05 in GB18030.
    const file = Buffer.from(
      'b9a4bac52cd0d5c3fb2cb2bfc3c5b4fac2eb2cc8ebd6b0c8d5c6da0a372ccdf5ceb02c532c323032362d30312d30350a',
      'hex',
    );
    expect(await store(file)).toMatchObject({ created: 1 });
    const row = await database.db.selectFrom('employee').select('full_name').executeTakeFirst();
    expect(row?.full_name).toBe('王伟');
  });

  it('is for HR and administrators', async () => {
    const manager = actAs(database.db, aViewer({ roles: ['manager', 'employee'] })).ctx;
    const stream = Readable.from([Buffer.from(goodFile)]);
    await expect(receivePeopleFile(manager, { stream, fileName: 'a.csv' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
