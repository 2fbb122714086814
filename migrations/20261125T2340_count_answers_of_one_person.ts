import { type Kysely, sql } from 'kysely';

/**
 * Answers that came with a person, as the semantic layer counts them by person, and days in the ledger on which such
 * answers changed: where nobody's id was given, nothing is counted by person and nothing is built.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table change_note drop constraint change_note_fact_check`.execute(db);
  await sql`
    alter table change_note add constraint change_note_fact_check
    check (fact in ('feedback', 'person', 'invitation', 'directory'))`.execute(db);
  await sql`
    insert into changed_day (fact, day, mark)
    select 'person', day, 0 from (
      select distinct (occurred_at at time zone 'UTC')::date as day from feedback where respondent_key is not null
    ) as known`.execute(db);
  await noteFeedback(db, { withPersons: true });
  await sql`
    create view mart.person_feedback as
    select f.occurred_at, f.occurred_at at time zone z.time_zone as local_at, z.time_zone, p.placement_id, f.touchpoint_id,
           f.channel, f.respondent_key as person_key, f.nps_score, f.csat_score, f.ces_score
    from feedback f
    join mart.department_placement p on p.department_id = f.department_id and f.occurred_at >= p.since and f.occurred_at < p.until
    cross join (select coalesce((select time_zone from organisation limit 1), 'UTC') as time_zone) z
    where f.respondent_key is not null and not f.is_held`.execute(db);
  await sql`grant select on mart.person_feedback to tandem_mart_reader`.execute(db);
  // Absent in evidence of before, which counted each answer as of a person of its own.
  await sql`
    alter table review_evidence
      add column people integer check (people between 0 and n),
      add column effective_n double precision check (effective_n between 0 and n)`.execute(db);
}

async function noteFeedback(
  db: Kysely<unknown>,
  { withPersons }: { withPersons: boolean },
): Promise<void> {
  const noted = (rows: 'old_rows' | 'new_rows') => sql`
        insert into change_note (fact, day)
        select distinct 'feedback', (occurred_at at time zone 'UTC')::date from ${sql.raw(rows)}
        ${
          withPersons
            ? sql`union all
        select distinct 'person', (occurred_at at time zone 'UTC')::date from ${sql.raw(rows)} where respondent_key is not null`
            : sql``
        };`;
  const facts = withPersons ? sql`fact in ('feedback', 'person')` : sql`fact = 'feedback'`;
  await sql`
    create or replace function note_feedback() returns trigger language plpgsql as $$
    begin
      if tg_op = 'TRUNCATE' then
        insert into change_note (fact, day)
        select fact, day from changed_day where ${facts} union select fact, day from change_note where ${facts};
        return null;
      end if;
      if tg_op <> 'INSERT' then ${noted('old_rows')}
      end if;
      if tg_op <> 'DELETE' then ${noted('new_rows')}
      end if;
      return null;
    end $$`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table review_evidence drop column people, drop column effective_n`.execute(db);
  await sql`drop view mart.person_feedback`.execute(db);
  await noteFeedback(db, { withPersons: false });
  await sql`delete from changed_day where fact = 'person'`.execute(db);
  await sql`delete from change_note where fact = 'person'`.execute(db);
  await sql`alter table change_note drop constraint change_note_fact_check`.execute(db);
  await sql`
    alter table change_note add constraint change_note_fact_check
    check (fact in ('feedback', 'invitation', 'directory'))`.execute(db);
}
