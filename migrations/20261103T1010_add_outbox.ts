import { type Kysely, sql } from 'kysely';

/** Every mail that the product wanted to send. `kept` stays here because no mail server is configured. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outbox_mail (
      outbox_mail_id uuid primary key,
      to_address text not null,
      subject text not null,
      text_body text not null,
      html_body text not null,
      status text not null check (status in ('queued', 'sent', 'failed', 'kept')),
      attempts integer not null default 0,
      last_error text,
      created_at timestamptz not null default now(),
      sent_at timestamptz,
      check ((status = 'sent') = (sent_at is not null))
    )`.execute(db);
  await sql`create index outbox_mail_created on outbox_mail (created_at desc)`.execute(db);
  await sql`create index outbox_mail_status on outbox_mail (status, created_at desc)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table outbox_mail`.execute(db);
}
