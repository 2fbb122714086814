import { type Kysely, sql } from 'kysely';

/** How far running jobs are. The jobs themselves are kept by the queue library in a schema of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table job_progress (
      job_id bigint primary key,
      done bigint not null,
      total bigint not null,
      updated_at timestamptz not null default now()
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table job_progress`.execute(db);
}
