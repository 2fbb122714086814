import { type Kysely, sql } from 'kysely';

/** Review templates with their versions, review cycles, and each person's review with its frozen customer evidence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTemplates(db);
  await createCycles(db);
  await createReviews(db);
}

async function createTemplates(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table review_template (
      review_template_id uuid primary key,
      created_at timestamptz not null default now(),
      created_by uuid references user_account on delete set null,
      archived_at timestamptz
    )`.execute(db);
  await sql`
    create table review_template_version (
      review_template_version_id uuid primary key,
      review_template_id uuid not null references review_template on delete cascade,
      version integer not null check (version > 0),
      name_en text not null,
      name_zh text not null,
      revision integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      published_at timestamptz,
      published_by uuid references user_account on delete set null,
      unique (review_template_id, version),
      check (name_en <> '' or name_zh <> '')
    )`.execute(db);
  await sql`
    create unique index review_template_one_draft on review_template_version (review_template_id)
    where published_at is null`.execute(db);

  await sql`
    create table template_section (
      template_section_id uuid primary key,
      review_template_version_id uuid not null references review_template_version on delete cascade,
      kind text not null check (kind in ('goals', 'cx_indicators', 'competencies', 'comments')),
      weight_bp integer not null check (weight_bp between 0 and 10000),
      position integer not null,
      unique (review_template_version_id, kind),
      check (kind <> 'comments' or weight_bp = 0)
    )`.execute(db);
  await sql`
    create function check_section_weights() returns trigger language plpgsql as $$
    declare
      version_id uuid := coalesce(new.review_template_version_id, old.review_template_version_id);
      total integer;
    begin
      select sum(weight_bp) into total from template_section where review_template_version_id = version_id;
      if total is not null and total <> 10000 then
        raise exception 'the weights of a review template total % basis points, not 10000', total
          using errcode = 'check_violation';
      end if;
      return null;
    end $$`.execute(db);
  // Deferred: sections are written one after the other, only the finished whole has to total 100 %.
  await sql`
    create constraint trigger template_section_weights after insert or update or delete on template_section
    deferrable initially deferred for each row execute function check_section_weights()`.execute(
    db,
  );

  await sql`
    create table template_indicator (
      template_indicator_id uuid primary key,
      template_section_id uuid not null references template_section on delete cascade,
      metric_key text not null check (metric_key <> ''),
      metric_version integer not null check (metric_version > 0),
      scope text not null check (scope in ('department', 'team')),
      period_rule text not null check (period_rule in ('last_complete_quarter')),
      direction text not null check (direction in ('higher', 'lower')),
      threshold double precision not null,
      target double precision not null,
      stretch double precision not null,
      weight_bp integer not null check (weight_bp between 1 and 10000),
      minimum_n integer not null check (minimum_n >= 10),
      position integer not null,
      check (case direction when 'higher' then threshold < target and target < stretch
                            else threshold > target and target > stretch end)
    )`.execute(db);
  await sql`create index template_indicator_section on template_indicator (template_section_id, position)`.execute(
    db,
  );
  await sql`
    create table template_competency (
      template_competency_id uuid primary key,
      template_section_id uuid not null references template_section on delete cascade,
      label_en text not null,
      label_zh text not null,
      position integer not null,
      check (label_en <> '' or label_zh <> '')
    )`.execute(db);
  await sql`create index template_competency_section on template_competency (template_section_id, position)`.execute(
    db,
  );
  await sql`
    create table template_rating_label (
      review_template_version_id uuid not null references review_template_version on delete cascade,
      rating smallint not null check (rating between 1 and 5),
      label_en text not null,
      label_zh text not null,
      primary key (review_template_version_id, rating),
      check (label_en <> '' or label_zh <> '')
    )`.execute(db);
  await freezePublished(db);
}

async function freezePublished(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_change_of_published_template() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'review_template_version' then
        -- The publisher's account may be erased; nothing else of a published version moves.
        if old.published_at is not null and to_jsonb(new) - 'published_by' is distinct from to_jsonb(old) - 'published_by' then
          raise exception 'a published review template never changes' using errcode = 'check_violation';
        end if;
      elsif tg_table_name in ('template_section', 'template_rating_label') then
        if exists (select from review_template_version v
                   where v.review_template_version_id = coalesce(old.review_template_version_id, new.review_template_version_id)
                     and v.published_at is not null) then
          raise exception 'a published review template never changes' using errcode = 'check_violation';
        end if;
      elsif exists (select from template_section s join review_template_version v using (review_template_version_id)
                    where s.template_section_id = coalesce(old.template_section_id, new.template_section_id)
                      and v.published_at is not null) then
        raise exception 'a published review template never changes' using errcode = 'check_violation';
      end if;
      return coalesce(new, old);
    end $$`.execute(db);
  await sql`
    create trigger review_template_version_frozen before update on review_template_version
    for each row execute function refuse_change_of_published_template()`.execute(db);
  for (const table of [
    'template_section',
    'template_indicator',
    'template_competency',
    'template_rating_label',
  ]) {
    await sql`
      create trigger ${sql.raw(`${table}_frozen`)} before insert or update or delete on ${sql.table(table)}
      for each row execute function refuse_change_of_published_template()`.execute(db);
  }
}

async function createCycles(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table review_cycle (
      review_cycle_id uuid primary key,
      review_template_version_id uuid not null references review_template_version,
      name_en text not null,
      name_zh text not null,
      department_id uuid not null references department,
      launched_at timestamptz not null,
      launched_by uuid references user_account on delete set null,
      without_manager integer not null default 0,
      -- Set while the job that freezes the evidence and opens the manager reviews still has work to do.
      manager_review_requested_at timestamptz,
      manager_review_started_at timestamptz,
      closed_at timestamptz,
      check (name_en <> '' or name_zh <> '')
    )`.execute(db);
  await sql`create index review_cycle_launched on review_cycle (launched_at desc, review_cycle_id)`.execute(
    db,
  );
  await sql`create index review_cycle_department on review_cycle (department_id)`.execute(db);
  await sql`create index review_cycle_template on review_cycle (review_template_version_id)`.execute(
    db,
  );
  // The steps that this cycle goes through, in order; a step without a row is skipped.
  await sql`
    create table review_cycle_step (
      review_cycle_id uuid not null references review_cycle on delete cascade,
      step text not null check (step in ('goals', 'check_in', 'self_review', 'manager_review', 'calibration', 'share',
        'acknowledge', 'appeal', 'closed')),
      position integer not null,
      due_on date,
      primary key (review_cycle_id, step),
      unique (review_cycle_id, position)
    )`.execute(db);
}

async function createReviews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table review (
      review_id uuid primary key,
      review_cycle_id uuid not null references review_cycle on delete cascade,
      employee_id uuid not null references employee on delete cascade,
      manager_employee_id uuid references employee on delete set null,
      department_id uuid not null references department,
      position_title text not null,
      step text not null default 'goals' check (step in ('goals', 'check_in', 'self_review', 'manager_review',
        'calibration', 'share', 'acknowledge', 'appeal', 'closed')),
      summary text not null default '',
      -- Fixed when the manager submits; until then the score is worked out when it is asked for.
      overall_score double precision check (overall_score between 0 and 100),
      revision integer not null default 1,
      saved_at timestamptz,
      submitted_at timestamptz,
      shared_at timestamptz,
      is_shared boolean not null generated always as (shared_at is not null) stored,
      acknowledged_at timestamptz,
      acknowledgement_note text not null default '',
      unique (review_cycle_id, employee_id),
      check (acknowledged_at is null or shared_at is not null)
    )`.execute(db);
  await sql`create index review_cycle_step_of_review on review (review_cycle_id, step)`.execute(db);
  await sql`create index review_employee on review (employee_id, review_cycle_id)`.execute(db);
  await sql`create index review_manager on review (manager_employee_id, step)`.execute(db);
  await sql`create index review_department on review (department_id)`.execute(db);

  await sql`
    create table review_goal (
      review_goal_id uuid primary key,
      review_id uuid not null references review on delete cascade,
      title text not null check (title <> ''),
      measure text not null default '',
      weight_bp integer not null check (weight_bp between 0 and 10000),
      achievement_percent double precision check (achievement_percent between 0 and 100),
      position integer not null
    )`.execute(db);
  await sql`create index review_goal_review on review_goal (review_id, position)`.execute(db);
  await sql`
    create table review_competency_rating (
      review_id uuid not null references review on delete cascade,
      template_competency_id uuid not null references template_competency,
      rating smallint check (rating between 1 and 5),
      remark text not null default '',
      primary key (review_id, template_competency_id)
    )`.execute(db);

  await sql`
    create table review_evidence (
      review_evidence_id uuid primary key,
      review_id uuid not null references review on delete cascade,
      template_indicator_id uuid not null references template_indicator,
      version integer not null default 1 check (version > 0),
      reason text not null default '',
      department_id uuid not null references department,
      metric_key text not null,
      metric_version integer not null,
      period_from date not null,
      period_to date not null,
      value double precision,
      n integer not null check (n >= 0),
      interval_low double precision,
      interval_high double precision,
      status text not null check (status in ('counted', 'counted_with_warning', 'too_few', 'no_answers')),
      score double precision check (score between 0 and 100),
      query jsonb not null,
      response_count integer not null check (response_count >= 0),
      response_hash text not null check (response_hash ~ '^[0-9a-f]{64}$'),
      frozen_at timestamptz not null,
      unique (review_id, template_indicator_id, version),
      check ((score is not null) = (status in ('counted', 'counted_with_warning'))),
      check (version = 1 or reason <> '')
    )`.execute(db);
  // Later data never moves evidence: what was frozen can be followed by a further version, not rewritten.
  await sql`
    create function refuse_change_of_evidence() returns trigger language plpgsql as $$
    begin
      raise exception 'frozen evidence never changes' using errcode = 'check_violation';
    end $$`.execute(db);
  await sql`
    create trigger review_evidence_frozen before update on review_evidence
    for each row execute function refuse_change_of_evidence()`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table review_evidence, review_competency_rating, review_goal, review`.execute(db);
  await sql`drop table review_cycle_step, review_cycle`.execute(db);
  await sql`
    drop table template_rating_label, template_competency, template_indicator, template_section,
      review_template_version, review_template`.execute(db);
  await sql`drop function refuse_change_of_evidence(), refuse_change_of_published_template(), check_section_weights()`.execute(
    db,
  );
}
