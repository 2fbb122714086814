import { type Kysely, sql } from 'kysely';

/** How a people file is written, what a person has to say about it, and who came back with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table people_import
      add encoding text not null default 'utf-8',
      add encoding_certainty text not null default 'certain'
        check (encoding_certainty in ('certain', 'guessed', 'asked', 'chosen')),
      add encoding_candidates jsonb not null default '[]',
      add delimiter text not null default ',',
      -- The order in which its dates were read; null before that.
      add date_order text check (date_order in ('ymd', 'dmy', 'mdy')),
      -- Orders between which a person has to choose.
      add date_candidates jsonb not null default '[]',
      -- What a person said: the order of dates, and departments for what names none.
      add choices jsonb not null default '{"dateOrder": null, "departments": []}'`.execute(db);
  await sql`alter table people_import drop constraint people_import_status_check`.execute(db);
  await sql`
    alter table people_import add constraint people_import_status_check
      check (status in ('checking', 'asking', 'checked', 'importing', 'done', 'failed'))`.execute(
    db,
  );
  // A file on its way would be read by other rules than it was looked at with.
  await sql`
    update people_import set status = 'failed', finished_at = now(),
      failure = '{"en": "The product was updated meanwhile. Upload the file again.", "zh": "系统已更新，请重新上传文件。"}'
    where status = 'checking'`.execute(db);
  await sql`alter table people_import_row drop constraint people_import_row_outcome_check`.execute(
    db,
  );
  await sql`
    alter table people_import_row add constraint people_import_row_outcome_check
      check (outcome in ('created', 'rehired', 'updated', 'unchanged', 'rejected'))`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`update people_import_row set outcome = 'updated' where outcome = 'rehired'`.execute(db);
  await sql`alter table people_import_row drop constraint people_import_row_outcome_check`.execute(
    db,
  );
  await sql`
    alter table people_import_row add constraint people_import_row_outcome_check
      check (outcome in ('created', 'updated', 'unchanged', 'rejected'))`.execute(db);
  await sql`delete from people_import where status = 'asking'`.execute(db);
  await sql`alter table people_import drop constraint people_import_status_check`.execute(db);
  await sql`
    alter table people_import add constraint people_import_status_check
      check (status in ('checking', 'checked', 'importing', 'done', 'failed'))`.execute(db);
  await sql`
    alter table people_import drop encoding, drop encoding_certainty, drop encoding_candidates,
      drop delimiter, drop date_order, drop date_candidates, drop choices`.execute(db);
}
