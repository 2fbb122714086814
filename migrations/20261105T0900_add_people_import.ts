import { type Kysely, sql } from 'kysely';

/** Files with people on their way in, row by row, until what they hold is stored or forgotten. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table people_import (
      people_import_id uuid primary key,
      file_name text not null,
      -- Null once the file is forgotten: it holds names and addresses.
      file_key text,
      file_bytes bigint not null,
      status text not null check (status in ('checking', 'checked', 'importing', 'done', 'failed')),
      -- Why the file as a whole cannot be read, in every language.
      failure jsonb,
      -- The headings of the file, once it was looked at.
      columns jsonb not null default '[]',
      uploaded_by_user_account_id uuid references user_account on delete set null,
      created_at timestamptz not null default now(),
      finished_at timestamptz
    )`.execute(db);
  await sql`create index people_import_newest on people_import (created_at desc)`.execute(db);

  await sql`
    create table people_import_row (
      people_import_id uuid not null references people_import on delete cascade,
      line integer not null,
      employee_number text,
      person jsonb,
      cells jsonb not null,
      problems jsonb not null default '[]',
      outcome text check (outcome in ('created', 'updated', 'unchanged', 'rejected')),
      is_stored boolean not null default false,
      primary key (people_import_id, line)
    )`.execute(db);
  await sql`create index people_import_row_person on people_import_row (people_import_id, employee_number)`.execute(
    db,
  );
  await sql`
    create index people_import_row_rejected on people_import_row (people_import_id, line) where outcome = 'rejected'`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table people_import_row, people_import`.execute(db);
}
