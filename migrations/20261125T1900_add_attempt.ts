import { type Kysely, sql } from 'kysely';

/** How often something was tried lately, counted for all processes at once; keys are keyed hashes and name nobody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table attempt (
      key varchar(255) primary key,
      points integer not null default 0,
      -- Milliseconds since 1970, as the library that counts writes it.
      expire bigint
    )`.execute(db);
  await sql`create index attempt_expire on attempt (expire)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table attempt`.execute(db);
}
