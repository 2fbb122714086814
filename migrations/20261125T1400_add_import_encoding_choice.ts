import { type Kysely, sql } from 'kysely';

/** How sure it is in which encoding a feedback file is written, and in which others it reads as text. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What was taken for GB18030 before was a guess; everything else was certain.
  await sql`
    alter table feedback_import
      add encoding_certainty text not null default 'certain'
        check (encoding_certainty in ('certain', 'guessed', 'asked', 'chosen')),
      add encoding_candidates jsonb not null default '[]'`.execute(db);
  await sql`
    update feedback_import set encoding_certainty = 'guessed',
      encoding_candidates = '[{"encoding": "gb18030", "preview": []}]'
    where encoding = 'gb18030'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table feedback_import drop encoding_certainty, drop encoding_candidates`.execute(
    db,
  );
}
