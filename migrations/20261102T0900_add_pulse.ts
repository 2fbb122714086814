import { type Kysely, sql } from 'kysely';

/**
 * Employee pulses. Nothing joins an answer with an invitation: answers carry no person, no moment and no common
 * mark, only the department and the tenure band that the invitation had; each question is a row of its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRounds(db);
  await createAnswers(db);
  await createReleases(db);
  await createMart(db);
}

async function createRounds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pulse_programme (
      pulse_programme_id uuid primary key,
      name_en text not null check (name_en <> ''),
      name_zh text not null check (name_zh <> ''),
      mode text not null check (mode in ('identified', 'confidential', 'anonymous')),
      survey_id uuid not null references survey,
      minimum_group integer not null default 5 check (minimum_group >= 3),
      minimum_comment_group integer not null default 10 check (minimum_comment_group >= minimum_group),
      thresholds_locked boolean not null default false,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create function refuse_change_of_pulse_promise() returns trigger language plpgsql as $$
    begin
      if old.thresholds_locked and (new.minimum_group, new.minimum_comment_group, new.mode, new.thresholds_locked)
          is distinct from (old.minimum_group, old.minimum_comment_group, old.mode, old.thresholds_locked) then
        raise exception 'what respondents were promised never changes' using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger pulse_programme_promise before update on pulse_programme
    for each row execute function refuse_change_of_pulse_promise()`.execute(db);

  await sql`
    create table pulse_round (
      pulse_round_id uuid primary key,
      pulse_programme_id uuid not null references pulse_programme,
      number integer not null check (number > 0),
      survey_version_id uuid not null references survey_version,
      opens_at timestamptz not null,
      closes_at timestamptz not null check (closes_at > opens_at),
      status text not null default 'planned' check (status in ('planned', 'open', 'closed')),
      unique (pulse_programme_id, number)
    )`.execute(db);
  // One pulse at a time: nobody is asked by two rounds at once.
  await sql`create unique index pulse_round_single_open on pulse_round ((true)) where status = 'open'`.execute(
    db,
  );

  await sql`
    create table pulse_invitation (
      pulse_invitation_id uuid primary key,
      pulse_round_id uuid not null references pulse_round on delete cascade,
      employee_id uuid not null references employee on delete cascade,
      department_id uuid not null references department,
      tenure_band text not null check (tenure_band in ('under_1', '1_to_3', '3_to_10', 'over_10')),
      is_answered boolean not null default false,
      unique (pulse_round_id, employee_id)
    )`.execute(db);
  await sql`create index pulse_invitation_employee on pulse_invitation (employee_id)`.execute(db);
  await sql`create index pulse_invitation_department on pulse_invitation (pulse_round_id, department_id)`.execute(
    db,
  );
}

async function createAnswers(db: Kysely<unknown>): Promise<void> {
  // Ids are random, so that they tell neither an order nor which rows one person wrote.
  await sql`
    create table pulse_answer (
      pulse_answer_id uuid primary key,
      pulse_round_id uuid not null references pulse_round on delete cascade,
      question_key text not null,
      score smallint not null check (score between 0 and 10),
      department_id uuid not null references department,
      tenure_band text not null check (tenure_band in ('under_1', '1_to_3', '3_to_10', 'over_10'))
    )`.execute(db);
  await sql`create index pulse_answer_round on pulse_answer (pulse_round_id, question_key)`.execute(
    db,
  );
  await sql`
    create table pulse_comment (
      pulse_comment_id uuid primary key,
      pulse_round_id uuid not null references pulse_round on delete cascade,
      department_id uuid not null references department,
      body text not null check (body <> '' and length(body) <= 4000)
    )`.execute(db);
  await sql`create index pulse_comment_round on pulse_comment (pulse_round_id)`.execute(db);
}

async function createReleases(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pulse_release (
      pulse_release_id uuid primary key,
      pulse_round_id uuid not null unique references pulse_round on delete cascade,
      released_on date not null,
      minimum_group integer not null,
      minimum_comment_group integer not null
    )`.execute(db);
  // A cell covers the department with everything below it. Empty and withheld cells both hold nulls only.
  await sql`
    create table pulse_release_cell (
      pulse_release_id uuid not null references pulse_release on delete cascade,
      department_id uuid not null references department,
      attribute text not null check (attribute in ('all', 'tenure')),
      attribute_value text not null,
      question_key text not null,
      question_kind text not null check (question_kind in ('nps', 'agreement')),
      n integer,
      score_sum integer,
      score_square_sum integer,
      favourable integer,
      promoters integer,
      detractors integer,
      primary key (pulse_release_id, department_id, attribute, attribute_value, question_key),
      check (num_nulls(n, score_sum, score_square_sum, favourable, promoters, detractors) in (0, 6)),
      check (n >= 3)
    )`.execute(db);
  await sql`create index pulse_release_cell_department on pulse_release_cell (department_id)`.execute(
    db,
  );
  await sql`
    create table pulse_release_participation (
      pulse_release_id uuid not null references pulse_release on delete cascade,
      department_id uuid not null references department,
      asked integer,
      answered integer,
      primary key (pulse_release_id, department_id),
      check (num_nulls(asked, answered) in (0, 2)),
      check (answered <= asked)
    )`.execute(db);
  await sql`
    create table pulse_release_comment (
      pulse_release_comment_id uuid primary key,
      pulse_release_id uuid not null references pulse_release on delete cascade,
      department_id uuid not null references department,
      body text not null
    )`.execute(db);
  await sql`
    create index pulse_release_comment_department on pulse_release_comment (pulse_release_id, department_id)`.execute(
    db,
  );
}

async function createMart(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view mart.pulse_release_cell as
    select r.pulse_release_id, r.pulse_round_id, o.number as round_number, o.pulse_programme_id,
           (o.closes_at at time zone (select time_zone from organisation))::date as closed_on, r.released_on,
           c.department_id, c.attribute, c.attribute_value, c.question_key, c.question_kind,
           c.n, c.score_sum, c.score_square_sum, c.favourable, c.promoters, c.detractors
    from pulse_release_cell c
      join pulse_release r using (pulse_release_id)
      join pulse_round o using (pulse_round_id)`.execute(db);
  await sql`
    create view mart.pulse_release_participation as
    select r.pulse_release_id, r.pulse_round_id, o.number as round_number, o.pulse_programme_id,
           (o.closes_at at time zone (select time_zone from organisation))::date as closed_on,
           p.department_id, p.asked, p.answered
    from pulse_release_participation p
      join pulse_release r using (pulse_release_id)
      join pulse_round o using (pulse_round_id)`.execute(db);
  await sql`
    grant select on mart.pulse_release_cell, mart.pulse_release_participation to tandem_mart_reader`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop view mart.pulse_release_participation, mart.pulse_release_cell`.execute(db);
  await sql`
    drop table pulse_release_comment, pulse_release_participation, pulse_release_cell, pulse_release`.execute(
    db,
  );
  await sql`drop table pulse_comment, pulse_answer, pulse_invitation, pulse_round, pulse_programme`.execute(
    db,
  );
  await sql`drop function refuse_change_of_pulse_promise()`.execute(db);
}
