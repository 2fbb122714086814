import { type Kysely, sql } from 'kysely';

/** What analysis may read: no names of people, no addresses, no comments, no raw answers of employees. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view mart.feedback as
    select feedback_id, occurred_at, department_id, touchpoint_id, employee_id, channel, source, survey_version_id,
           nps_score, csat_score, ces_score, changed_at
    from feedback where not is_held`.execute(db);
  await sql`
    create view mart.department_feedback as
    select f.feedback_id, f.occurred_at, c.ancestor_id as scorecard_department_id, f.department_id, f.touchpoint_id,
           f.channel, f.nps_score, f.csat_score, f.ces_score, f.changed_at
    from feedback f join department_closure c on c.descendant_id = f.department_id
    where not f.is_held`.execute(db);
  await sql`
    create view mart.department as
    select d.department_id, d.code, d.name_en, d.name_zh, d.parent_department_id, d.archived_at is not null as is_archived,
           (select max(depth) from department_closure c where c.descendant_id = d.department_id) as level
    from department d`.execute(db);
  await sql`create view mart.department_closure as select ancestor_id, descendant_id, depth from department_closure`.execute(
    db,
  );
  await sql`
    create view mart.touchpoint as
    select t.touchpoint_id, t.code, t.name_en, t.name_zh, t.owner_department_id, s.kind as stage_kind
    from touchpoint t left join stage s using (stage_id)`.execute(db);
  await sql`
    create view mart.invitation as
    select i.invitation_id, i.sent_at, c.ancestor_id as scorecard_department_id, i.department_id, i.touchpoint_id, i.channel,
           i.variant, i.is_delivered, i.answered_at is not null as is_answered, i.changed_at
    from invitation i join department_closure c on c.descendant_id = i.department_id`.execute(db);
  await sql`
    create view mart.response as
    select feedback_id as response_id, occurred_at, c.ancestor_id as scorecard_department_id, department_id, touchpoint_id,
           channel, survey_version_id, changed_at
    from feedback f join department_closure c on c.descendant_id = f.department_id
    where f.source = 'survey' and not f.is_held`.execute(db);
  await sql`grant select on all tables in schema mart to tandem_mart_reader`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop view mart.response, mart.invitation, mart.touchpoint, mart.department_closure, mart.department,
      mart.department_feedback, mart.feedback`.execute(db);
}
