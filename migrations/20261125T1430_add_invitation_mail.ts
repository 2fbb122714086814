import { type Kysely, sql } from 'kysely';

/** Which mail brought the last invitation, so that one that came back is told at the person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table user_account
      add invitation_mail_id uuid references outbox_mail on delete set null`.execute(db);
  await sql`
    create index user_account_invitation_mail on user_account (invitation_mail_id)
    where invitation_mail_id is not null`.execute(db);
  await sql`
    alter table outbox_mail add is_refused boolean not null default false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox_mail drop is_refused`.execute(db);
  await sql`alter table user_account drop invitation_mail_id`.execute(db);
}
