import { type Kysely, sql } from 'kysely';

/** A released comment stays with the departments it was released to, wherever its department moves later. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table pulse_release_comment
    add column department_placement_id uuid references department_placement`.execute(db);
  await sql`
    update pulse_release_comment c set department_placement_id = s.department_placement_id
    from department_stretch s where s.department_id = c.department_id and upper_inf(s.during)`.execute(
    db,
  );
  await sql`alter table pulse_release_comment alter column department_placement_id set not null`.execute(
    db,
  );
  await sql`
    create index pulse_release_comment_placement on pulse_release_comment (department_placement_id)`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table pulse_release_comment drop column department_placement_id`.execute(db);
}
