import { type Kysely, sql } from 'kysely';

/** Files with customer feedback on their way in: how they are read, how far they are, and what was refused. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_mapping (
      import_mapping_id uuid primary key,
      name text not null check (name <> ''),
      header_signature text not null,
      mapping jsonb not null,
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index import_mapping_name on import_mapping (lower(name))`.execute(db);
  await sql`create index import_mapping_header on import_mapping (header_signature, updated_at desc)`.execute(
    db,
  );

  await sql`
    create table feedback_import (
      feedback_import_id uuid primary key,
      file_name text not null,
      -- Null once the file is forgotten: it holds what customers wrote.
      file_key text,
      file_bytes bigint not null,
      encoding text not null,
      delimiter text not null,
      columns jsonb not null,
      header_signature text not null,
      guess jsonb not null,
      sample jsonb not null,
      status text not null check (status in
        ('uploaded', 'profiling', 'profiled', 'checking', 'checked', 'committing', 'done', 'failed')),
      failure jsonb,
      mapping_name text,
      mapping jsonb,
      profile jsonb,
      -- Counts each start of a run; a run that finds another number has been replaced and stops.
      run_number integer not null default 0,
      bytes_read bigint not null default 0,
      rows_read integer not null default 0,
      rows_stored integer not null default 0,
      rows_unchanged integer not null default 0,
      rows_skipped integer not null default 0,
      rows_rejected integer not null default 0,
      tally jsonb not null default '[]',
      started_at timestamptz,
      progressed_at timestamptz,
      finished_at timestamptz,
      uploaded_by_user_account_id uuid references user_account on delete set null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index feedback_import_newest on feedback_import (created_at desc, feedback_import_id)`.execute(
    db,
  );
  await sql`
    create index feedback_import_running on feedback_import (progressed_at)
    where status in ('profiling', 'checking', 'committing')`.execute(db);

  await sql`
    create table import_rejected_row (
      feedback_import_id uuid not null references feedback_import on delete cascade,
      line integer not null,
      cells jsonb not null,
      problems jsonb not null,
      primary key (feedback_import_id, line)
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table import_rejected_row, feedback_import, import_mapping`.execute(db);
}
