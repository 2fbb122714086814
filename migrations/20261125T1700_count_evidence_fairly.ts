import { type Kysely, sql } from 'kysely';

/**
 * Evidence says what it counted as and against which target, its fingerprint covers the scores, and neither it nor the
 * review it belongs to can be removed while the person is there. Cycles say what reaching a goal gives.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table review_evidence
      -- What the hash is made from; evidence of before covers the ids of the responses only.
      add column response_hash_covers text not null default 'ids'
        check (response_hash_covers in ('ids', 'ids_and_scores')),
      -- The bands that counted for this department. Absent in evidence of before: those of the template did.
      add column threshold double precision,
      add column target double precision,
      add column stretch double precision,
      add column target_source text check (target_source in ('scorecard', 'template')),
      -- The value drawn towards the population’s, which is the one that is scored. Absent: the plain value was.
      add column counted_value double precision,
      add column counted_low double precision,
      add column counted_high double precision,
      add column population_mean double precision,
      add column population_size integer check (population_size >= 0),
      add column prior_weight double precision check (prior_weight >= 0),
      add column score_low double precision check (score_low between 0 and 100),
      add column score_high double precision check (score_high between 0 and 100)`.execute(db);
  await sql`alter table review_evidence alter column response_hash_covers drop default`.execute(db);

  // A review goes only with the person it is about; its evidence goes only with the review.
  await sql`
    create function refuse_removal_of_evidence() returns trigger language plpgsql as $$
    begin
      if tg_op = 'TRUNCATE' then
        raise exception 'frozen evidence is never removed' using errcode = 'check_violation';
      elsif tg_table_name = 'review_evidence' then
        if exists (select from review r where r.review_id = old.review_id) then
          raise exception 'frozen evidence is never removed' using errcode = 'check_violation';
        end if;
      elsif exists (select from review_evidence v where v.review_id = old.review_id)
        and exists (select from employee e where e.employee_id = old.employee_id) then
        raise exception 'a review with frozen evidence is removed only with the person' using errcode = 'check_violation';
      end if;
      return old;
    end $$`.execute(db);
  await sql`
    create trigger review_evidence_kept before delete on review_evidence
    for each row execute function refuse_removal_of_evidence()`.execute(db);
  await sql`
    create trigger review_evidence_not_emptied before truncate on review_evidence
    for each statement execute function refuse_removal_of_evidence()`.execute(db);
  await sql`
    create trigger review_with_evidence_kept before delete on review
    for each row execute function refuse_removal_of_evidence()`.execute(db);

  // Cycles that have begun keep the points they were explained with: a goal reached gave all of them.
  await sql`
    alter table review_cycle add column goal_scale text not null default 'full_when_reached'
      check (goal_scale in ('full_when_reached', 'half_when_reached'))`.execute(db);
  await sql`alter table review_cycle alter column goal_scale drop default`.execute(db);
  await sql`alter table review_goal drop constraint review_goal_achievement_percent_check`.execute(
    db,
  );
  await sql`
    alter table review_goal add constraint review_goal_achievement_percent_check
      check (achievement_percent between 0 and 150)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`update review_goal set achievement_percent = 100 where achievement_percent > 100`.execute(
    db,
  );
  await sql`alter table review_goal drop constraint review_goal_achievement_percent_check`.execute(
    db,
  );
  await sql`
    alter table review_goal add constraint review_goal_achievement_percent_check
      check (achievement_percent between 0 and 100)`.execute(db);
  await sql`alter table review_cycle drop column goal_scale`.execute(db);
  await sql`drop trigger review_with_evidence_kept on review`.execute(db);
  await sql`drop trigger review_evidence_not_emptied on review_evidence`.execute(db);
  await sql`drop trigger review_evidence_kept on review_evidence`.execute(db);
  await sql`drop function refuse_removal_of_evidence()`.execute(db);
  await sql`
    alter table review_evidence drop column response_hash_covers, drop column threshold, drop column target,
      drop column stretch, drop column target_source, drop column counted_value, drop column counted_low,
      drop column counted_high, drop column population_mean, drop column population_size, drop column prior_weight,
      drop column score_low, drop column score_high`.execute(db);
}
