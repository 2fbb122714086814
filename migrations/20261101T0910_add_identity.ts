import { type Kysely, sql } from 'kysely';

/** Who may sign in, how, from where, and with which roles. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table user_account (
      user_account_id uuid primary key,
      employee_id uuid unique references employee on delete set null,
      email text not null check (email <> ''),
      display_name text not null check (display_name <> ''),
      locale text check (locale in ('en', 'zh')),
      colour_scheme text check (colour_scheme in ('light', 'dark', 'auto')),
      is_demo boolean not null default false,
      disabled_at timestamptz,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index user_account_email on user_account (lower(email))`.execute(db);

  await sql`
    create table credential (
      user_account_id uuid primary key references user_account on delete cascade,
      password_hash text not null,
      changed_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table session (
      session_id_hash text primary key,
      user_account_id uuid not null references user_account on delete cascade,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      user_agent text not null default ''
    )`.execute(db);
  await sql`create index session_user_account on session (user_account_id)`.execute(db);
  await sql`create index session_expires on session (expires_at)`.execute(db);

  await sql`
    create table role_grant (
      role_grant_id uuid primary key,
      user_account_id uuid not null references user_account on delete cascade,
      role text not null check (role in ('executive', 'department_head', 'hr', 'analyst', 'case_owner', 'administrator')),
      department_id uuid references department on delete cascade,
      granted_at timestamptz not null default now(),
      granted_by uuid references user_account on delete set null,
      check ((role = 'department_head') = (department_id is not null))
    )`.execute(db);
  await sql`
    create unique index role_grant_once on role_grant (user_account_id, role, department_id) nulls not distinct`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table role_grant, session, credential, user_account`.execute(db);
}
