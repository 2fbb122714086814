import { type Kysely, sql } from 'kysely';

/**
 * Sheets of an open round are kept sealed, one ballot each, and counted when it closes; who took part is a keyed mark.
 * Both are opaque to whoever holds the database without the product's secret. Single answers of released rounds go.
 * What rounds that are not released yet hold from before stays to be counted, in a new order and as one transaction.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pulse_ballot (
      pulse_ballot_id uuid primary key,
      pulse_round_id uuid not null references pulse_round on delete cascade,
      sealed bytea not null
    )`.execute(db);
  // Sealed text does not compress.
  await sql`alter table pulse_ballot alter column sealed set storage external`.execute(db);
  await sql`create index pulse_ballot_round on pulse_ballot (pulse_round_id)`.execute(db);

  await sql`
    create table pulse_participation_mark (
      pulse_round_id uuid not null references pulse_round on delete cascade,
      mark bytea not null check (length(mark) = 32),
      -- The group of people in which this participation is counted; null where there are too few of them.
      department_id uuid references department,
      primary key (pulse_round_id, mark)
    )`.execute(db);

  // Tells whether the product's secret is still the one that sealed the first ballot.
  await sql`alter table pulse_round add column secret_check bytea`.execute(db);
  await sql`
    alter table pulse_invitation
      add column counted_department_id uuid references department,
      add column email_hash bytea`.execute(db);

  await countInShownGroups(db);
  await sql`
    update pulse_invitation i set email_hash = sha256(convert_to(lower(e.email), 'UTF8'))
    from employee e where e.employee_id = i.employee_id`.execute(db);
  await sql`
    update pulse_invitation i set is_answered = false
    from pulse_release x where x.pulse_round_id = i.pulse_round_id and i.is_answered`.execute(db);
  for (const table of ['pulse_answer', 'pulse_comment', 'pulse_invitation']) {
    await rewriteInNewOrder(db, table, { isForgottenOnceReleased: table !== 'pulse_invitation' });
  }
}

/** People are counted in the lowest department that they belong to and whose participation is shown. */
async function countInShownGroups(db: Kysely<unknown>): Promise<void> {
  await sql`
    update pulse_invitation i set counted_department_id = (
      select t.department_id
      from pulse_round_department t join department_closure c on c.ancestor_id = t.department_id
      where t.pulse_round_id = i.pulse_round_id and c.descendant_id = i.department_id and t.is_participation_shown
      order by c.depth
      limit 1)`.execute(db);
}

async function rewriteInNewOrder(
  db: Kysely<unknown>,
  table: string,
  { isForgottenOnceReleased }: { isForgottenOnceReleased: boolean },
): Promise<void> {
  const name = sql.table(table);
  const kept = sql.table(`kept_${table}`);
  await sql`
    create temporary table ${kept} on commit drop as
    select * from ${name} t
    where not (${isForgottenOnceReleased}::boolean
      and exists (select from pulse_release x where x.pulse_round_id = t.pulse_round_id))`.execute(
    db,
  );
  await sql`truncate ${name}`.execute(db);
  await sql`insert into ${name} select * from ${kept} order by random()`.execute(db);
  await sql`drop table ${kept}`.execute(db);
}

/** Ballots and marks that are not counted yet are lost: the tables of before cannot hold them. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table pulse_invitation drop column counted_department_id, drop column email_hash`.execute(
    db,
  );
  await sql`alter table pulse_round drop column secret_check`.execute(db);
  await sql`drop table pulse_participation_mark`.execute(db);
  await sql`drop table pulse_ballot`.execute(db);
}
