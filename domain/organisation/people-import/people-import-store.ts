import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import type { DateOrder } from '../../../universal/intake/date-format';
import type { EncodingFinding } from '../../../universal/intake/encodings';
import { type Text } from '../../../universal/text';
import { storableJson } from '../../intake';
import {
  type PeopleFileChoices,
  type PeopleImport,
  type PeopleImportState,
  peopleImportStates,
  type PeopleImportTally,
  type RejectedRow,
  type RowOutcome,
} from './people-import';
import type { PersonRow, RowProblem } from './person-row';

export async function insertPeopleImport(
  db: Db,
  upload: {
    peopleImportId: string;
    fileName: string;
    fileKey: string;
    fileBytes: number;
    encoding: EncodingFinding;
    delimiter: string;
    columns: readonly string[];
    userAccountId: string | null;
    createdAt: Date;
  },
): Promise<void> {
  await db
    .insertInto('people_import')
    .values({
      people_import_id: upload.peopleImportId,
      file_name: upload.fileName,
      file_key: upload.fileKey,
      file_bytes: upload.fileBytes,
      status: stateAfterReading(upload.encoding),
      ...readingOf(upload),
      uploaded_by_user_account_id: upload.userAccountId,
      created_at: upload.createdAt,
    })
    .execute();
}

/** A file is checked at once unless a person has to say first how it is written. */
const stateAfterReading = ({ certainty }: EncodingFinding): PeopleImportState =>
  certainty === 'asked' ? 'asking' : 'checking';

const readingOf = (reading: {
  encoding: EncodingFinding;
  delimiter: string;
  columns: readonly string[];
}) => ({
  encoding: reading.encoding.encoding,
  encoding_certainty: reading.encoding.certainty,
  encoding_candidates: asJson(reading.encoding.candidates),
  delimiter: reading.delimiter,
  columns: asJson(reading.columns),
});

const asJson = (value: unknown) => sql<never>`${storableJson(value)}::text::jsonb`;

/** Has a file read again in another way; false when it is not where that is possible. */
export async function storeReading(
  db: Db,
  peopleImportId: string,
  {
    choices,
    reading,
  }: { choices: PeopleFileChoices; reading?: Parameters<typeof readingOf>[0] | undefined },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('people_import')
    .set({
      ...(reading && readingOf(reading)),
      status: 'checking',
      failure: null,
      finished_at: null,
      date_candidates: asJson([]),
      choices: asJson(choices),
    })
    .where('people_import_id', '=', peopleImportId)
    .where('status', 'in', ['asking', 'checked', 'failed'])
    .where(
      sql<boolean>`not exists (
      select from people_import_row r where r.people_import_id = ${peopleImportId} and r.is_stored)`,
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes in which order the dates are read, or between which a person has to choose. */
export async function storeDateOrder(
  db: Db,
  peopleImportId: string,
  { order, candidates }: { order: DateOrder | null; candidates: readonly DateOrder[] },
): Promise<void> {
  await db
    .updateTable('people_import')
    .set({ date_order: order, date_candidates: asJson(candidates) })
    .where('people_import_id', '=', peopleImportId)
    .execute();
}

function selectImports(db: Db) {
  return db
    .selectFrom('people_import')
    .select([
      'people_import_id as peopleImportId',
      'file_name as fileName',
      'file_key as fileKey',
      'status',
      sql<Text | null>`failure`.as('failure'),
      sql<string[]>`columns`.as('columns'),
      sql<EncodingFinding['encoding']>`encoding`.as('encoding'),
      sql<EncodingFinding['certainty']>`encoding_certainty`.as('encodingCertainty'),
      sql<EncodingFinding['candidates']>`encoding_candidates`.as('encodingCandidates'),
      'delimiter',
      sql<DateOrder | null>`date_order`.as('dateOrder'),
      sql<DateOrder[]>`date_candidates`.as('dateCandidates'),
      sql<PeopleFileChoices>`choices`.as('choices'),
      'created_at as createdAt',
      'finished_at as finishedAt',
    ]);
}

const stateOf = (status: string): PeopleImportState =>
  peopleImportStates.find((state) => state === status) ?? 'failed';

export async function findPeopleImport(
  db: Db,
  peopleImportId: string,
): Promise<PeopleImport | undefined> {
  const row = await selectImports(db)
    .where('people_import_id', '=', peopleImportId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { status, ...rest } = row;
  return { ...rest, state: stateOf(status) };
}

export async function selectNewestImports(db: Db, limit: number): Promise<PeopleImport[]> {
  const rows = await selectImports(db).orderBy('created_at', 'desc').limit(limit).execute();
  return rows.map(({ status, ...rest }) => ({ ...rest, state: stateOf(status) }));
}

/** Moves an import on; false when it was not where it should have been. */
export async function changeState(
  db: Db,
  peopleImportId: string,
  change: {
    from: readonly PeopleImportState[];
    to: PeopleImportState;
    failure?: Text;
    finishedAt?: Date;
  },
): Promise<boolean> {
  const result = await db
    .updateTable('people_import')
    .set({
      status: change.to,
      ...(change.failure && { failure: sql`${storableJson(change.failure)}::text::jsonb` }),
      ...(change.finishedAt && { finished_at: change.finishedAt }),
    })
    .where('people_import_id', '=', peopleImportId)
    .where('status', 'in', change.from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export interface StagedRow {
  line: number;
  cells: readonly string[];
  person: PersonRow | null;
  problems: readonly RowProblem[];
}

export async function forgetRows(db: Db, peopleImportId: string): Promise<void> {
  await db.deleteFrom('people_import_row').where('people_import_id', '=', peopleImportId).execute();
}

export async function insertRows(
  db: Db,
  peopleImportId: string,
  rows: readonly StagedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({
    ...row,
    employee_number: row.person?.employeeNumber ?? null,
  }));
  await sql`
    insert into people_import_row (people_import_id, line, employee_number, person, cells, problems, outcome)
    select ${peopleImportId}::uuid, line, employee_number, nullif(person, 'null'::jsonb), cells, problems,
           case when jsonb_array_length(problems) > 0 then 'rejected' end
    from jsonb_to_recordset(${storableJson(given)}::text::jsonb)
      as given (line int, employee_number text, person jsonb, cells jsonb, problems jsonb)`.execute(
    db,
  );
}

export interface PendingRow {
  line: number;
  person: PersonRow;
  outcome: RowOutcome | null;
}

/** The rows of the next so many people, in the order of their numbers, that are neither refused nor stored. */
export async function selectPendingRows(
  db: Db,
  peopleImportId: string,
  { afterNumber, people }: { afterNumber: string; people: number },
): Promise<PendingRow[]> {
  const { rows } = await sql<PendingRow>`
    select line, person, outcome from people_import_row
    where people_import_id = ${peopleImportId} and outcome is distinct from 'rejected' and not is_stored
      and employee_number in (
        select distinct employee_number from people_import_row
        where people_import_id = ${peopleImportId} and outcome is distinct from 'rejected' and not is_stored
          and employee_number > ${afterNumber}
        order by employee_number limit ${people})
    order by employee_number, person ->> 'from' nulls first, line`.execute(db);
  return rows;
}

/** What good rows of the file say of these numbers: when they were hired. */
export async function selectGoodNumbers(
  db: Db,
  peopleImportId: string,
  numbers: readonly string[],
): Promise<{ employeeNumber: string; hiredOn: string | null }[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<{ employeeNumber: string; hiredOn: string | null }>`
    select employee_number as "employeeNumber", min(person ->> 'hiredOn') as "hiredOn" from people_import_row
    where people_import_id = ${peopleImportId} and outcome is distinct from 'rejected'
      and employee_number = any(${[...numbers]}::text[])
    group by employee_number`.execute(db);
  return rows;
}

/** Whom the file gives these mail addresses, the first line of each. */
export async function selectFileEmailOwners(
  db: Db,
  peopleImportId: string,
  emails: readonly string[],
): Promise<{ email: string; employeeNumber: string; fullName: string }[]> {
  if (emails.length === 0) return [];
  const { rows } = await sql<{ email: string; employeeNumber: string; fullName: string }>`
    select distinct on (lower(person ->> 'email')) lower(person ->> 'email') as email,
           employee_number as "employeeNumber", person ->> 'fullName' as "fullName"
    from people_import_row
    where people_import_id = ${peopleImportId} and outcome is distinct from 'rejected'
      and lower(person ->> 'email') = any(${[...emails]}::text[])
    order by lower(person ->> 'email'), line`.execute(db);
  return rows;
}

export interface Judgement {
  line: number;
  outcome: RowOutcome;
  problems: readonly RowProblem[];
  isStored: boolean;
}

export async function storeJudgements(
  db: Db,
  peopleImportId: string,
  judgements: readonly Judgement[],
): Promise<void> {
  if (judgements.length === 0) return;
  await sql`
    update people_import_row r
    set outcome = case when given."isStored" and r.outcome is not null then r.outcome else given.outcome end,
        problems = given.problems, is_stored = given."isStored"
    from jsonb_to_recordset(${storableJson(judgements)}::text::jsonb)
      as given (line int, outcome text, problems jsonb, "isStored" boolean)
    where r.people_import_id = ${peopleImportId} and r.line = given.line`.execute(db);
}

/** To whom each person reports after the file: the last good row, else what is stored today. */
export async function selectManagersAfter(
  db: Db,
  peopleImportId: string,
  today: string,
): Promise<{ employeeNumber: string; managerNumber: string }[]> {
  const { rows } = await sql<{ employeeNumber: string; managerNumber: string }>`
    with of_file as (
      select distinct on (employee_number) employee_number, person ->> 'managerNumber' as manager_number
      from people_import_row
      where people_import_id = ${peopleImportId} and outcome is distinct from 'rejected'
        and person ->> 'managerNumber' is not null
      order by employee_number, person ->> 'from' desc nulls last, line desc
    )
    select employee_number as "employeeNumber", manager_number as "managerNumber" from of_file
    union all
    select e.employee_number, m.employee_number from reporting_line r
    join employee e on e.employee_id = r.employee_id
    join employee m on m.employee_id = r.manager_employee_id
    where r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to > ${today}::date)
      and e.employee_number not in (select employee_number from of_file)`.execute(db);
  return rows;
}

/** The good rows that give one of these people a manager. */
export async function selectRowsOf(
  db: Db,
  peopleImportId: string,
  numbers: readonly string[],
): Promise<{ line: number; managerNumber: string }[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<{ line: number; managerNumber: string }>`
    select line, person ->> 'managerNumber' as "managerNumber" from people_import_row
    where people_import_id = ${peopleImportId} and outcome is distinct from 'rejected'
      and employee_number = any(${[...numbers]}::text[]) and person ->> 'managerNumber' is not null`.execute(
    db,
  );
  return rows;
}

/** Good rows whose manager neither is stored nor comes with a good row any more. */
export async function selectOrphans(
  db: Db,
  peopleImportId: string,
): Promise<{ line: number; managerNumber: string }[]> {
  const { rows } = await sql<{ line: number; managerNumber: string }>`
    select r.line, r.person ->> 'managerNumber' as "managerNumber" from people_import_row r
    where r.people_import_id = ${peopleImportId} and r.outcome is distinct from 'rejected'
      and r.person ->> 'managerNumber' is not null
      and not exists (select from employee e where e.employee_number = r.person ->> 'managerNumber')
      and not exists (
        select from people_import_row other
        where other.people_import_id = r.people_import_id and other.outcome is distinct from 'rejected'
          and other.employee_number = r.person ->> 'managerNumber')`.execute(db);
  return rows;
}

/** Good rows that speak of a person and a day of which an earlier line speaks already. */
export async function selectRepeatedRows(
  db: Db,
  peopleImportId: string,
): Promise<{ line: number; firstLine: number; value: string }[]> {
  const { rows } = await sql<{ line: number; firstLine: number; value: string }>`
    select line, "firstLine", value from (
      select line, person ->> 'employeeNumber' as value,
             min(line) over (partition by employee_number, coalesce(person ->> 'from', '')) as "firstLine"
      from people_import_row
      where people_import_id = ${peopleImportId} and outcome is distinct from 'rejected'
    ) as numbered where line <> "firstLine"`.execute(db);
  return rows;
}

export async function tallyRows(db: Db, peopleImportId: string): Promise<PeopleImportTally> {
  const { rows } = await sql<PeopleImportTally>`
    select count(*) as rows, count(outcome) as judged,
           count(*) filter (where is_stored or outcome = 'rejected') as stored,
           count(*) filter (where outcome = 'created') as created,
           count(*) filter (where outcome = 'rehired') as rehired,
           count(*) filter (where outcome = 'updated') as updated,
           count(*) filter (where outcome = 'unchanged') as unchanged,
           count(*) filter (where outcome = 'rejected') as rejected
    from people_import_row where people_import_id = ${peopleImportId}`.execute(db);
  return (
    rows[0] ?? {
      rows: 0,
      judged: 0,
      stored: 0,
      created: 0,
      rehired: 0,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    }
  );
}

/** What the refused rows write as their department, the most frequent first. */
export async function selectRefusedDepartments(
  db: Db,
  peopleImportId: string,
  limit: number,
): Promise<{ value: string; rows: number }[]> {
  const { rows } = await sql<{ value: string; rows: number }>`
    select person ->> 'departmentCode' as value, count(*) as rows from people_import_row
    where people_import_id = ${peopleImportId} and outcome = 'rejected' and person is not null
    group by 1 order by 2 desc, 1 limit ${limit}`.execute(db);
  return rows;
}

/** Refused rows in the file's own order. */
export function selectRejectedRows(
  db: Db,
  peopleImportId: string,
  { afterLine, limit }: { afterLine: number; limit: number },
): Promise<RejectedRow[]> {
  return db
    .selectFrom('people_import_row')
    .select(['line', sql<string[]>`cells`.as('cells'), sql<RowProblem[]>`problems`.as('problems')])
    .where('people_import_id', '=', peopleImportId)
    .where('outcome', '=', 'rejected')
    .where('line', '>', afterLine)
    .orderBy('line')
    .limit(limit)
    .execute();
}

/** Imports older than that day, with the file that is still kept. */
export async function takeOldImports(db: Db, before: Date): Promise<(string | null)[]> {
  const rows = await db
    .deleteFrom('people_import')
    .where('created_at', '<', before)
    .where('status', 'not in', ['importing'])
    .returning('file_key')
    .execute();
  return rows.map((row) => row.file_key);
}

export async function forgetFile(db: Db, peopleImportId: string): Promise<void> {
  await db
    .updateTable('people_import')
    .set({ file_key: null })
    .where('people_import_id', '=', peopleImportId)
    .execute();
}

/** Who loaded the file; undefined when that account is gone. */
export async function findUploader(db: Db, peopleImportId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('people_import')
    .select('uploaded_by_user_account_id as userAccountId')
    .where('people_import_id', '=', peopleImportId)
    .executeTakeFirst();
  return row?.userAccountId ?? undefined;
}
