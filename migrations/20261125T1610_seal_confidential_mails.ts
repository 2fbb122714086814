import { type Kysely, sql } from 'kysely';

/** Mails of which not even the recipient is known to whoever reads the outbox or a copy of the database. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox_mail add column sealed bytea`.execute(db);
  await sql`alter table outbox_mail drop constraint outbox_mail_links_check`.execute(db);
  await sql`
    alter table outbox_mail add constraint outbox_mail_links_check
      check (links in ('open', 'entrusted', 'personal', 'sealed'))`.execute(db);
  // Who got no reminder had answered: mails of pulses that are delivered, or can go nowhere, are forgotten.
  await sql`
    delete from outbox_mail m using pulse_programme p
    where m.links = 'personal' and m.status <> 'queued'
      and (starts_with(m.subject, p.name_en || ': ') or starts_with(m.subject, p.name_zh || '：'))`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from outbox_mail where links = 'sealed'`.execute(db);
  await sql`alter table outbox_mail drop constraint outbox_mail_links_check`.execute(db);
  await sql`
    alter table outbox_mail add constraint outbox_mail_links_check
      check (links in ('open', 'entrusted', 'personal'))`.execute(db);
  await sql`alter table outbox_mail drop column sealed`.execute(db);
}
