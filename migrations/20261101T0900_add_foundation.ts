import { type Kysely, sql } from 'kysely';

/** Month partitions, the schema that analysis may read, the organisation, the audit trail and receipts of writes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gist`.execute(db);
  await sql`create extension if not exists pg_trgm`.execute(db);

  // Facts are partitioned by UTC month; the bounds are spelled in UTC so that the session's zone cannot move them.
  await sql`
    create function ensure_month_partition(parent regclass, on_day date) returns void
    language plpgsql as $$
    declare
      month_start date := date_trunc('month', on_day)::date;
      partition_name text := format('%s_%s', (select relname from pg_class where oid = parent), to_char(month_start, 'YYYY_MM'));
    begin
      if to_regclass(format('%I', partition_name)) is null then
        perform pg_advisory_xact_lock(hashtext('month_partition'));
        execute format(
          'create table if not exists %I partition of %s for values from (%L) to (%L)',
          partition_name, parent,
          to_char(month_start, 'YYYY-MM-DD') || ' 00:00:00+00',
          to_char(month_start + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00'
        );
      end if;
    end $$`.execute(db);

  await sql`create schema mart`.execute(db);
  // A role without login owns the right to read the mart; the login that Cube uses is granted this role.
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'tandem_mart_reader') then
        create role tandem_mart_reader nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db);
  await sql`grant usage on schema mart to tandem_mart_reader`.execute(db);

  await sql`
    create table organisation (
      organisation_id uuid primary key,
      name_en text not null check (name_en <> ''),
      name_zh text not null check (name_zh <> ''),
      time_zone text not null,
      default_locale text not null check (default_locale in ('en', 'zh')),
      is_demo boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index organisation_single on organisation ((true))`.execute(db);

  await sql`
    create table audit_entry (
      audit_entry_id uuid not null,
      recorded_at timestamptz not null,
      actor_user_account_id uuid,
      actor_kind text not null check (actor_kind in ('signed-in', 'system', 'anonymous')),
      action text not null check (action <> ''),
      subject_type text not null,
      subject_id text,
      details jsonb not null default '{}',
      request_id text,
      primary key (recorded_at, audit_entry_id)
    ) partition by range (recorded_at)`.execute(db);
  await sql`create index audit_entry_subject on audit_entry (subject_type, subject_id, recorded_at desc)`.execute(
    db,
  );
  await sql`create index audit_entry_actor on audit_entry (actor_user_account_id, recorded_at desc)`.execute(
    db,
  );
  await sql`create index audit_entry_action on audit_entry (action, recorded_at desc)`.execute(db);

  await sql`
    create table submission_receipt (
      scope text not null,
      submission_key uuid not null,
      received_on date not null default current_date,
      primary key (scope, submission_key)
    )`.execute(db);
  await sql`create index submission_receipt_received on submission_receipt (received_on)`.execute(
    db,
  );

  await sql`
    select ensure_month_partition('audit_entry', (date_trunc('month', now()) + n * interval '1 month')::date)
    from generate_series(-1, 3) as n`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table submission_receipt, audit_entry, organisation`.execute(db);
  await sql`drop schema mart`.execute(db);
  await sql`drop function ensure_month_partition(regclass, date)`.execute(db);
}
