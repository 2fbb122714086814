import { type Kysely, sql } from 'kysely';

/** Surveys with versions that never change once published, the ways they reach people, and journeys with touchpoints. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table journey (
      journey_id uuid primary key,
      name_en text not null,
      name_zh text not null,
      position integer not null default 0
    )`.execute(db);
  await sql`
    create table stage (
      stage_id uuid primary key,
      journey_id uuid not null references journey on delete cascade,
      kind text not null check (kind in ('before', 'during', 'after')),
      name_en text not null,
      name_zh text not null,
      position integer not null default 0
    )`.execute(db);
  await sql`create index stage_journey on stage (journey_id, position)`.execute(db);
  await sql`
    create table touchpoint (
      touchpoint_id uuid primary key,
      stage_id uuid references stage,
      code text not null unique check (code <> ''),
      name_en text not null check (name_en <> ''),
      name_zh text not null check (name_zh <> ''),
      owner_department_id uuid not null references department,
      position integer not null default 0,
      archived_at timestamptz
    )`.execute(db);
  await sql`create index touchpoint_owner on touchpoint (owner_department_id)`.execute(db);

  await sql`
    create table survey (
      survey_id uuid primary key,
      audience text not null check (audience in ('customer', 'employee')),
      name_en text not null check (name_en <> ''),
      name_zh text not null check (name_zh <> ''),
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table survey_version (
      survey_version_id uuid primary key,
      survey_id uuid not null references survey on delete cascade,
      version integer not null check (version > 0),
      published_at timestamptz,
      unique (survey_id, version)
    )`.execute(db);
  await sql`
    create table survey_question (
      survey_question_id uuid primary key,
      survey_version_id uuid not null references survey_version on delete cascade,
      position integer not null,
      key text not null check (key ~ '^[a-z][a-z0-9_]*$'),
      kind text not null check (kind in ('nps', 'csat', 'ces', 'agreement', 'comment')),
      text_en text not null,
      text_zh text not null,
      is_required boolean not null default false,
      unique (survey_version_id, position),
      unique (survey_version_id, key)
    )`.execute(db);
  await sql`
    create function refuse_change_of_published_version() returns trigger language plpgsql as $$
    declare
      version_id uuid := coalesce(old.survey_version_id, new.survey_version_id);
    begin
      if exists (select from survey_version where survey_version_id = version_id and published_at is not null) then
        raise exception 'a published survey version never changes' using errcode = 'check_violation';
      end if;
      return coalesce(new, old);
    end $$`.execute(db);
  await sql`
    create trigger survey_question_frozen before insert or update or delete on survey_question
    for each row execute function refuse_change_of_published_version()`.execute(db);

  await sql`
    create table open_link (
      open_link_id uuid primary key,
      token text not null unique,
      survey_id uuid not null references survey,
      touchpoint_id uuid not null references touchpoint,
      department_id uuid not null references department,
      channel text not null check (channel in ('open_link', 'qr_code', 'kiosk', 'web_embed')),
      label text not null default '',
      created_at timestamptz not null default now(),
      deactivated_at timestamptz
    )`.execute(db);

  // A customer's invitation; an employee's lives with the pulse, where an answer must not lead back to it.
  await sql`
    create table invitation (
      invitation_id uuid not null,
      sent_at timestamptz not null,
      survey_version_id uuid not null references survey_version,
      touchpoint_id uuid not null references touchpoint,
      department_id uuid not null references department,
      channel text not null check (channel in ('mail', 'sms', 'personal_link')),
      variant text not null default '',
      is_delivered boolean not null default true,
      answered_at timestamptz,
      changed_at timestamptz not null default now(),
      primary key (sent_at, invitation_id)
    ) partition by range (sent_at)`.execute(db);
  await sql`create index invitation_changed on invitation (changed_at)`.execute(db);
  await sql`create index invitation_department on invitation (department_id, sent_at)`.execute(db);
  await sql`
    select ensure_month_partition('invitation', (date_trunc('month', now()) + n * interval '1 month')::date)
    from generate_series(-1, 3) as n`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table invitation, open_link, survey_question, survey_version, survey`.execute(db);
  await sql`drop function refuse_change_of_published_version()`.execute(db);
  await sql`drop table touchpoint, stage, journey`.execute(db);
}
