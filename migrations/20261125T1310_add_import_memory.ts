import { type Kysely, sql } from 'kysely';

/**
 * An import knows what it stored: which row of which source is which feedback, what it changed and how that was before.
 * A file may hold several scores, and feedback may be held and released with a reason.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Hashes only: an id in a file may be a person's address.
  await sql`
    create table feedback_origin (
      row_ref uuid primary key,
      content_ref uuid not null,
      feedback_id uuid not null,
      occurred_at timestamptz not null
    )`.execute(db);
  await sql`
    create index feedback_origin_content on feedback_origin (content_ref) where content_ref <> row_ref`.execute(
    db,
  );
  await sql`
    insert into feedback_origin (row_ref, content_ref, feedback_id, occurred_at)
    select distinct on (ref) ref, ref, feedback_id, occurred_at
    from (
      select encode(substring(sha256(convert_to(source_ref, 'UTF8')) for 16), 'hex')::uuid as ref, feedback_id, occurred_at
      from feedback where source = 'import' and source_ref is not null
    ) as known
    order by ref, occurred_at`.execute(db);
  await sql`drop index feedback_source`.execute(db);
  await sql`alter table feedback drop column source_ref`.execute(db);
  await sql`
    create index feedback_of_import on feedback (feedback_import_id) where feedback_import_id is not null`.execute(
    db,
  );

  await sql`
    alter table feedback_import
      add column source_name text,
      add column file_hash text,
      add column time_zone text,
      add column rows_changed integer not null default 0,
      add column changes jsonb not null default '{"fields": {}, "samples": []}',
      -- Stored by a version that named rows by the columns of the file instead of by its source.
      add column has_old_refs boolean not null default false,
      drop constraint feedback_import_status_check,
      add constraint feedback_import_status_check check (status in
        ('uploaded', 'profiling', 'profiled', 'checking', 'checked', 'committing', 'done', 'taking_back', 'taken_back', 'failed'))`.execute(
    db,
  );
  await sql`
    update feedback_import set has_old_refs = true, time_zone = (select time_zone from organisation),
      source_name = coalesce(nullif(trim(regexp_replace(regexp_replace(file_name, '\.[^.]*$', ''), '[0-9_.()-]+', ' ', 'g')), ''), file_name)`.execute(
    db,
  );
  await sql`create index feedback_import_source on feedback_import (lower(source_name), created_at desc)`.execute(
    db,
  );
  await sql`drop index feedback_import_running`.execute(db);
  await sql`
    create index feedback_import_running on feedback_import (progressed_at)
    where status in ('profiling', 'checking', 'committing', 'taking_back')`.execute(db);

  await sql`
    create table import_change (
      import_change_id bigint generated always as identity primary key,
      feedback_import_id uuid not null references feedback_import on delete cascade,
      feedback_id uuid not null,
      before jsonb not null,
      unique (feedback_import_id, feedback_id)
    )`.execute(db);
  await sql`create index import_change_feedback on import_change (feedback_id)`.execute(db);

  await sql`
    create table feedback_hold (
      feedback_hold_id uuid primary key,
      feedback_id uuid not null,
      reason text not null check (reason <> ''),
      held_at timestamptz not null,
      held_by_user_account_id uuid references user_account on delete set null,
      release_reason text check (release_reason <> ''),
      released_at timestamptz,
      released_by_user_account_id uuid references user_account on delete set null,
      check ((released_at is null) = (release_reason is null))
    )`.execute(db);
  await sql`create unique index feedback_hold_open on feedback_hold (feedback_id) where released_at is null`.execute(
    db,
  );
  await sql`create index feedback_hold_history on feedback_hold (feedback_id, held_at desc)`.execute(
    db,
  );
  await sql`create index feedback_held on feedback (occurred_at desc, feedback_id) where is_held`.execute(
    db,
  );

  // The moments that rows went from, so that the months they left are counted again.
  await sql`
    create function note_feedback_move() returns trigger language plpgsql as $$
    begin
      insert into feedback_removal (occurred_at)
      select unnest(array[min(o.occurred_at), max(o.occurred_at)])
      from before o join after n using (feedback_id) where o.occurred_at <> n.occurred_at
      group by date_trunc('month', o.occurred_at, 'UTC');
      return null;
    end $$`.execute(db);
  await sql`
    create trigger feedback_moved after update on feedback
    referencing old table as before new table as after for each statement execute function note_feedback_move()`.execute(
    db,
  );

  for (const table of ['import_mapping', 'feedback_import'] as const) {
    await sql`
      update ${sql.table(table)} set mapping = jsonb_set(mapping, '{columns}', ${severalScores(sql`(mapping->'columns')`)})
      where mapping is not null`.execute(db);
  }
  await sql`update feedback_import set guess = ${severalScores(sql`guess`)}`.execute(db);
  await sql`
    update feedback_import set tally = coalesce((
      select jsonb_agg((entry - 'scored' - 'satisfied') || jsonb_build_object('scores',
        case when mapping #>> '{columns,scores,0,metric}' is null then '{}'::jsonb
        else jsonb_build_object(mapping #>> '{columns,scores,0,metric}',
          jsonb_build_object('scored', entry->'scored', 'satisfied', entry->'satisfied')) end))
      from jsonb_array_elements(tally) as entry), '[]')`.execute(db);
}

/** One score of a mapping as a list of scores. */
const severalScores = (columns: ReturnType<typeof sql>) => sql`
  (${columns} - 'score' - 'metric' - 'best') || jsonb_build_object('respondent', null, 'scores',
    case when ${columns}->>'score' is null or ${columns}->>'metric' is null then '[]'::jsonb
    else jsonb_build_array(jsonb_build_object('column', ${columns}->'score', 'metric', ${columns}->'metric',
      'best', coalesce(nullif(${columns}->'best', 'null'), '"highest"'))) end)`;

const singleScore = (columns: ReturnType<typeof sql>) => sql`
  (${columns} - 'scores' - 'respondent') || jsonb_build_object('score', ${columns} #> '{scores,0,column}',
    'metric', ${columns} #> '{scores,0,metric}', 'best', ${columns} #> '{scores,0,best}')`;

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    update feedback_import set tally = coalesce((
      select jsonb_agg((entry - 'scores') || jsonb_build_object(
        'scored', coalesce(entry #> array['scores', mapping #>> '{columns,scores,0,metric}', 'scored'], '0'),
        'satisfied', coalesce(entry #> array['scores', mapping #>> '{columns,scores,0,metric}', 'satisfied'], '0')))
      from jsonb_array_elements(tally) as entry), '[]')`.execute(db);
  await sql`update feedback_import set guess = ${singleScore(sql`guess`)}`.execute(db);
  for (const table of ['import_mapping', 'feedback_import'] as const) {
    await sql`
      update ${sql.table(table)} set mapping = jsonb_set(mapping, '{columns}', ${singleScore(sql`(mapping->'columns')`)})
      where mapping is not null`.execute(db);
  }
  await sql`drop trigger feedback_moved on feedback`.execute(db);
  await sql`drop function note_feedback_move`.execute(db);
  await sql`drop index feedback_held`.execute(db);
  await sql`drop table feedback_hold, import_change`.execute(db);
  await sql`drop index feedback_import_running`.execute(db);
  await sql`delete from feedback_import where status in ('taking_back', 'taken_back')`.execute(db);
  await sql`drop index feedback_import_source`.execute(db);
  await sql`
    alter table feedback_import
      drop constraint feedback_import_status_check,
      add constraint feedback_import_status_check check (status in
        ('uploaded', 'profiling', 'profiled', 'checking', 'checked', 'committing', 'done', 'failed')),
      drop column source_name, drop column file_hash, drop column time_zone, drop column rows_changed, drop column changes,
      drop column has_old_refs`.execute(db);
  await sql`
    create index feedback_import_running on feedback_import (progressed_at)
    where status in ('profiling', 'checking', 'committing')`.execute(db);
  await sql`drop index feedback_of_import`.execute(db);
  await sql`alter table feedback add column source_ref text`.execute(db);
  await sql`
    create unique index feedback_source on feedback (source_ref, occurred_at) where source_ref is not null`.execute(
    db,
  );
  // A version before names its rows in its own way; these are kept apart from them.
  await sql`
    update feedback f set source_ref = 'row:' || o.row_ref::text
    from feedback_origin o where o.feedback_id = f.feedback_id and o.occurred_at = f.occurred_at`.execute(
    db,
  );
  await sql`drop table feedback_origin`.execute(db);
}
