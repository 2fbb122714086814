import { type Kysely, sql } from 'kysely';

/** Feedback that is deleted leaves nothing behind to be seen as changed, so what its months held is noted as it goes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feedback_removal (
      feedback_removal_id bigint generated always as identity primary key,
      occurred_at timestamptz not null,
      changed_at timestamptz not null default now()
    )`.execute(db);
  // The first and the last moment of a month in UTC also lie in every month of another zone that rows went from.
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
    create or replace view mart.feedback_change as
    select occurred_at, changed_at from feedback
    union all
    select occurred_at, changed_at from feedback_removal`.execute(db);
  await sql`
    create or replace view mart.change_token as
    select concat_ws('|',
      (select max(changed_at) from feedback),
      (select count(*) from feedback where changed_at >= (select since from mart.recent_change_window)),
      (select count(*) from feedback_removal),
      (select max(changed_at) from invitation),
      (select count(*) from invitation where changed_at >= (select since from mart.recent_change_window)),
      (select version from mart.department_tree_version)) as token`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view mart.change_token as
    select concat_ws('|',
      (select max(changed_at) from feedback),
      (select count(*) from feedback where changed_at >= (select since from mart.recent_change_window)),
      (select max(changed_at) from invitation),
      (select count(*) from invitation where changed_at >= (select since from mart.recent_change_window)),
      (select version from mart.department_tree_version)) as token`.execute(db);
  await sql`
    create or replace view mart.feedback_change as select occurred_at, changed_at from feedback`.execute(
    db,
  );
  await sql`drop trigger feedback_removed on feedback`.execute(db);
  await sql`drop function note_feedback_removal`.execute(db);
  await sql`drop table feedback_removal`.execute(db);
}
