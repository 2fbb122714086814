import { type Kysely, sql } from 'kysely';

/**
 * The department tree of the day on which a round opened, and the departments whose participation is shown. What can
 * be worked out from shown numbers is judged with one tree only: with two, a department that moved meanwhile is their
 * difference.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pulse_round_department (
      pulse_round_id uuid not null references pulse_round on delete cascade,
      department_id uuid not null references department,
      parent_department_id uuid references department,
      is_participation_shown boolean not null,
      primary key (pulse_round_id, department_id)
    )`.execute(db);
  // What earlier versions showed of a round that is still open was judged by another rule: only whole trees go on.
  await sql`
    insert into pulse_round_department
    select r.pulse_round_id, d.department_id, d.parent_department_id,
           d.parent_department_id is null
             and 5 <= (select count(*) from pulse_invitation i
                         join department_closure c on c.descendant_id = i.department_id
                       where i.pulse_round_id = r.pulse_round_id and c.ancestor_id = d.department_id)
    from pulse_round r cross join department d
    where r.status <> 'planned'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table pulse_round_department`.execute(db);
}
