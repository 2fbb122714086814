import { type Kysely, sql } from 'kysely';

/**
 * A ledger of the days whose facts changed, in the place of a look at every fact's time of change. Whoever changes facts
 * leaves a note in the same transaction; collecting takes the notes that are committed and gives their days a new mark.
 * So the order is that of commits, however slow a transaction was, and a mark never comes back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Notes are only added and taken away: writers never wait for one another. A day is one in UTC.
  await sql`
    create table change_note (
      fact text not null check (fact in ('feedback', 'invitation', 'directory')),
      day date not null
    )`.execute(db);
  await sql`create sequence change_mark`.execute(db);
  await sql`
    create table changed_day (
      fact text not null,
      day date not null,
      mark bigint not null,
      primary key (fact, day)
    )`.execute(db);
  for (const [fact, time] of facts) await watchFact(db, fact, time);
  await createDirectoryNotes(db);
  await sql`
    create function collect_changes() returns void language plpgsql as $$
    declare
      next bigint;
    begin
      if not exists (select from change_note) then return; end if;
      -- One at a time: marks are handed out in the order in which they become visible.
      perform pg_advisory_xact_lock(hashtext('change_ledger'));
      next := nextval('change_mark');
      with taken as (delete from change_note returning fact, day)
      insert into changed_day (fact, day, mark) select distinct fact, day, next from taken
      on conflict (fact, day) do update set mark = excluded.mark;
    end $$`.execute(db);
  await replaceViews(db);

  await sql`drop trigger feedback_moved on feedback`.execute(db);
  await sql`drop trigger feedback_removed on feedback`.execute(db);
  await sql`drop function note_feedback_move, note_feedback_removal`.execute(db);
  await sql`drop table feedback_removal`.execute(db);
}

const facts = [
  ['feedback', 'occurred_at'],
  ['invitation', 'sent_at'],
] as const;

async function watchFact(db: Kysely<unknown>, fact: string, time: string): Promise<void> {
  const [table, moment] = [sql.table(fact), sql.ref(time)];
  await sql`
    insert into changed_day (fact, day, mark)
    select ${sql.lit(fact)}, day, 0 from (select distinct (${moment} at time zone 'UTC')::date as day from ${table}) as known`.execute(
    db,
  );
  await sql`
    create function ${sql.raw(`note_${fact}`)}() returns trigger language plpgsql as $$
    begin
      if tg_op = 'TRUNCATE' then
        insert into change_note (fact, day)
        select fact, day from changed_day where fact = ${sql.lit(fact)} union select fact, day from change_note where fact = ${sql.lit(fact)};
        return null;
      end if;
      if tg_op <> 'INSERT' then
        insert into change_note (fact, day)
        select distinct ${sql.lit(fact)}, (${moment} at time zone 'UTC')::date from old_rows;
      end if;
      if tg_op <> 'DELETE' then
        insert into change_note (fact, day)
        select distinct ${sql.lit(fact)}, (${moment} at time zone 'UTC')::date from new_rows;
      end if;
      return null;
    end $$`.execute(db);
  const transitions = {
    insert: 'referencing new table as new_rows',
    update: 'referencing old table as old_rows new table as new_rows',
    delete: 'referencing old table as old_rows',
    truncate: '',
  };
  for (const [event, tables] of Object.entries(transitions))
    await sql`
      create trigger ${sql.raw(`${fact}_${event}_noted`)} after ${sql.raw(event)} on ${table}
      ${sql.raw(tables)} for each statement execute function ${sql.raw(`note_${fact}`)}()`.execute(
      db,
    );
}

/** What departments and touchpoints are called is read beside the numbers. */
async function createDirectoryNotes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function note_directory() returns trigger language plpgsql as $$
    begin
      insert into change_note (fact, day) values ('directory', 'epoch');
      return null;
    end $$`.execute(db);
  for (const table of ['department', 'touchpoint'])
    await sql`
      create trigger ${sql.raw(`${table}_noted`)} after insert or update or delete on ${sql.table(table)}
      for each statement execute function note_directory()`.execute(db);
}

async function replaceViews(db: Kysely<unknown>): Promise<void> {
  await sql`drop view mart.change_token, mart.recent_change_window, mart.invitation_change, mart.feedback_change`.execute(
    db,
  );
  await sql`create view mart.changed_day as select fact, day, mark from changed_day`.execute(db);
  await sql`
    create view mart.change_token as
    select concat_ws('|', (select max(mark) from changed_day), (select version from mart.department_tree_version)) as token,
           (select count(*) from change_note) as pending`.execute(db);
  await sql`grant select on all tables in schema mart to tandem_mart_reader`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop view mart.change_token, mart.changed_day`.execute(db);
  for (const [fact] of facts) {
    for (const event of ['insert', 'update', 'delete', 'truncate'])
      await sql`drop trigger ${sql.raw(`${fact}_${event}_noted`)} on ${sql.table(fact)}`.execute(
        db,
      );
    await sql`drop function ${sql.raw(`note_${fact}`)}`.execute(db);
  }
  for (const table of ['department', 'touchpoint'])
    await sql`drop trigger ${sql.raw(`${table}_noted`)} on ${sql.table(table)}`.execute(db);
  await sql`drop function note_directory`.execute(db);
  await sql`drop function collect_changes`.execute(db);
  await sql`drop table changed_day, change_note`.execute(db);
  await sql`drop sequence change_mark`.execute(db);
  await sql`
    create table feedback_removal (
      feedback_removal_id bigint generated always as identity primary key,
      occurred_at timestamptz not null,
      changed_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create function note_feedback_removal() returns trigger language plpgsql as $$
    begin
      insert into feedback_removal (occurred_at)
      select unnest(array[min(occurred_at), max(occurred_at)])
      from removed group by date_trunc('month', occurred_at, 'UTC');
      return null;
    end $$`.execute(db);
  await sql`
    create trigger feedback_removed after delete on feedback
    referencing old table as removed for each statement execute function note_feedback_removal()`.execute(
    db,
  );
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
  await sql`
    create view mart.feedback_change as
    select occurred_at, changed_at from feedback
    union all
    select occurred_at, changed_at from feedback_removal`.execute(db);
  await sql`create view mart.invitation_change as select sent_at, changed_at from invitation`.execute(
    db,
  );
  await sql`
    create view mart.recent_change_window as
    select date_bin('15 minutes', now(), timestamptz '2000-01-01') - interval '15 minutes' as since`.execute(
    db,
  );
  await sql`
    create view mart.change_token as
    select concat_ws('|',
      (select max(changed_at) from feedback),
      (select count(*) from feedback where changed_at >= (select since from mart.recent_change_window)),
      (select count(*) from feedback_removal),
      (select max(changed_at) from invitation),
      (select count(*) from invitation where changed_at >= (select since from mart.recent_change_window)),
      (select version from mart.department_tree_version)) as token`.execute(db);
  await sql`grant select on all tables in schema mart to tandem_mart_reader`.execute(db);
}
