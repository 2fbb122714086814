import { type Kysely, sql } from 'kysely';

/** Employments that ended before the person came back; `employee` holds the present or last one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table earlier_employment (
      employee_id uuid not null references employee on delete cascade,
      hired_on date not null,
      -- The first day on which the person did not work here.
      left_on date not null,
      primary key (employee_id, hired_on),
      check (left_on > hired_on)
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table earlier_employment`.execute(db);
}
