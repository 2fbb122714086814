import { type Kysely, sql } from 'kysely';

/**
 * Releases hold bounds where everybody or nobody of a group gave the same answer, and are judged by what can be formed
 * from them. Those of before are judged once more before anybody reads them again: what that takes is kept until then.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table pulse_release add column is_judged boolean not null default true`.execute(db);
  await sql`update pulse_release set is_judged = false`.execute(db);
  await keepWhatJudgingTakes(db);
  await letFiguresBeBlurred(db);
  await showJudgedReleasesOnly(db);
}

async function keepWhatJudgingTakes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pulse_release_sum (
      pulse_release_id uuid not null references pulse_release on delete cascade,
      department_id uuid not null references department,
      tenure_band text not null,
      question_key text not null,
      n integer not null,
      score_sum integer not null,
      score_square_sum integer not null,
      favourable integer not null,
      promoters integer not null,
      detractors integer not null,
      primary key (pulse_release_id, department_id, tenure_band, question_key)
    )`.execute(db);
  await sql`
    insert into pulse_release_sum
    select x.pulse_release_id, a.department_id, a.tenure_band, a.question_key, count(*), sum(a.score),
           sum(a.score * a.score), count(*) filter (where a.score >= case q.kind when 'nps' then 9 else 4 end),
           count(*) filter (where q.kind = 'nps' and a.score >= 9),
           count(*) filter (where q.kind = 'nps' and a.score <= 6)
    from pulse_release x
      join pulse_round r using (pulse_round_id)
      join pulse_answer a using (pulse_round_id)
      join survey_question q on q.survey_version_id = r.survey_version_id and q.key = a.question_key
    group by 1, 2, 3, 4`.execute(db);
  await sql`
    create table pulse_release_asked (
      pulse_release_id uuid not null references pulse_release on delete cascade,
      department_id uuid not null references department,
      tenure_band text not null,
      asked integer not null,
      answered integer not null,
      primary key (pulse_release_id, department_id, tenure_band)
    )`.execute(db);
  await sql`
    insert into pulse_release_asked
    select x.pulse_release_id, i.department_id, i.tenure_band, count(*), count(*) filter (where i.is_answered)
    from pulse_release x join pulse_invitation i using (pulse_round_id)
    group by 1, 2, 3`.execute(db);
}

/** Rules for rows that are written from now on; those of before are rewritten by the product. */
async function letFiguresBeBlurred(db: Kysely<unknown>): Promise<void> {
  await sql`alter table pulse_release_cell drop constraint pulse_release_cell_check`.execute(db);
  await sql`
    alter table pulse_release_cell
      add constraint pulse_release_cell_whole check (case
        when n is null then num_nonnulls(score_sum, score_square_sum, favourable, promoters, detractors) = 0
        when question_kind = 'nps' then num_nulls(promoters, detractors) = 0
          and num_nonnulls(score_sum, score_square_sum, favourable) = 0
        else num_nulls(score_sum, score_square_sum) = 0 and num_nonnulls(promoters, detractors) = 0
      end) not valid,
      add constraint pulse_release_cell_blurred check (
        (favourable > 0 and favourable < n) is not false
        and (score_sum >= n + 3 and score_sum <= 5 * n - 2) is not false
        and (promoters > 0 and detractors > 0 and promoters + detractors <= n) is not false
        and (n * score_square_sum > score_sum * score_sum) is not false
      ) not valid`.execute(db);
}

async function showJudgedReleasesOnly(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view mart.pulse_release_cell as
    select r.pulse_release_id, r.pulse_round_id, o.number as round_number, o.pulse_programme_id,
           (o.closes_at at time zone (select time_zone from organisation))::date as closed_on, r.released_on,
           c.department_id, c.attribute, c.attribute_value, c.question_key, c.question_kind,
           c.n, c.score_sum, c.score_square_sum, c.favourable, c.promoters, c.detractors
    from pulse_release_cell c
      join pulse_release r using (pulse_release_id)
      join pulse_round o using (pulse_round_id)
    where r.is_judged`.execute(db);
  await sql`
    create or replace view mart.pulse_release_participation as
    select r.pulse_release_id, r.pulse_round_id, o.number as round_number, o.pulse_programme_id,
           (o.closes_at at time zone (select time_zone from organisation))::date as closed_on,
           p.department_id, p.asked, p.answered
    from pulse_release_participation p
      join pulse_release r using (pulse_release_id)
      join pulse_round o using (pulse_round_id)
    where r.is_judged`.execute(db);
}

/** The tables of before hold whole figures only. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view mart.pulse_release_cell as
    select r.pulse_release_id, r.pulse_round_id, o.number as round_number, o.pulse_programme_id,
           (o.closes_at at time zone (select time_zone from organisation))::date as closed_on, r.released_on,
           c.department_id, c.attribute, c.attribute_value, c.question_key, c.question_kind,
           c.n, c.score_sum, c.score_square_sum, c.favourable, c.promoters, c.detractors
    from pulse_release_cell c
      join pulse_release r using (pulse_release_id)
      join pulse_round o using (pulse_round_id)`.execute(db);
  await sql`
    create or replace view mart.pulse_release_participation as
    select r.pulse_release_id, r.pulse_round_id, o.number as round_number, o.pulse_programme_id,
           (o.closes_at at time zone (select time_zone from organisation))::date as closed_on,
           p.department_id, p.asked, p.answered
    from pulse_release_participation p
      join pulse_release r using (pulse_release_id)
      join pulse_round o using (pulse_round_id)`.execute(db);
  await sql`
    alter table pulse_release_cell
      drop constraint pulse_release_cell_blurred, drop constraint pulse_release_cell_whole`.execute(
    db,
  );
  await sql`
    update pulse_release_cell
    set score_sum = coalesce(score_sum, 0), score_square_sum = coalesce(score_square_sum, 0),
        favourable = coalesce(favourable, promoters, 0), promoters = coalesce(promoters, 0),
        detractors = coalesce(detractors, 0)
    where n is not null`.execute(db);
  await sql`
    alter table pulse_release_cell add constraint pulse_release_cell_check
      check (num_nulls(n, score_sum, score_square_sum, favourable, promoters, detractors) in (0, 6))`.execute(
    db,
  );
  await sql`drop table pulse_release_asked, pulse_release_sum`.execute(db);
  await sql`alter table pulse_release drop column is_judged`.execute(db);
}
