import { type Kysely, sql } from 'kysely';

/**
 * Who answered, as a keyed hash that tells persons apart and names nobody, and the day of feedback that came with a day
 * but without a time: the day is the truth, its moment is noon of that day in the organisation's zone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table feedback add column respondent_key uuid, add column occurred_on date`.execute(
    db,
  );
  // Files without times were stored at noon of the organisation's zone, every row of them.
  await sql`
    with zone as (select time_zone from organisation limit 1),
    dated as (
      select feedback_import_id from feedback, zone where source = 'import' and feedback_import_id is not null
      group by feedback_import_id, time_zone
      having bool_and((occurred_at at time zone time_zone)::time = time '12:00')
    )
    update feedback f set occurred_on = (f.occurred_at at time zone zone.time_zone)::date
    from dated, zone where f.feedback_import_id = dated.feedback_import_id`.execute(db);
  await sql`
    create or replace view mart.feedback as
    select feedback_id, occurred_at, department_id, touchpoint_id, employee_id, channel, source, survey_version_id,
           nps_score, csat_score, ces_score, changed_at, respondent_key
    from feedback where not is_held`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop view mart.feedback`.execute(db);
  await sql`
    create view mart.feedback as
    select feedback_id, occurred_at, department_id, touchpoint_id, employee_id, channel, source, survey_version_id,
           nps_score, csat_score, ces_score, changed_at
    from feedback where not is_held`.execute(db);
  await sql`grant select on mart.feedback to tandem_mart_reader`.execute(db);
  await sql`alter table feedback drop column respondent_key, drop column occurred_on`.execute(db);
}
