import { type Kysely, sql } from 'kysely';

/** Links with which people choose a password, when accounts were given and used, and whose eyes the links of a mail are for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table access_link (
      -- SHA-256 of the token: what stands here opens nothing.
      token_hash text primary key,
      user_account_id uuid not null references user_account on delete cascade,
      purpose text not null check (purpose in ('invitation', 'password_reset')),
      created_at timestamptz not null,
      expires_at timestamptz not null check (expires_at > created_at)
    )`.execute(db);
  await sql`create index access_link_user_account on access_link (user_account_id)`.execute(db);
  await sql`create index access_link_expires on access_link (expires_at)`.execute(db);

  await sql`
    alter table user_account
      add column invited_at timestamptz,
      add column accepted_at timestamptz,
      add column last_signed_in_at timestamptz`.execute(db);

  // Mails written before may hold links to a pulse, so all of them count as personal.
  await sql`
    alter table outbox_mail
      add column links text not null default 'personal' check (links in ('open', 'entrusted', 'personal'))`.execute(
    db,
  );
  await sql`alter table outbox_mail alter column links drop default`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox_mail drop column links`.execute(db);
  await sql`
    alter table user_account
      drop column last_signed_in_at,
      drop column accepted_at,
      drop column invited_at`.execute(db);
  await sql`drop table access_link`.execute(db);
}
