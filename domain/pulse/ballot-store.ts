import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Ballot } from './ballot';

interface NewBallot extends Ballot {
  roundId: string;
  mark: Buffer;
  countedDepartmentId: string | null;
  secretCheck: Buffer;
}

/** `answered`: this person's mark was there already. `sealed_otherwise`: the product's secret is not that of the round. */
export type BallotOutcome = 'stored' | 'answered' | 'closed' | 'sealed_otherwise';

/**
 * Stores a ballot and the mark that its writer took part, both or neither, while the round is open. The lock on the
 * round makes sure that no ballot is still under way when the round is counted.
 */
export async function insertBallot(db: Db, ballot: NewBallot): Promise<BallotOutcome> {
  await sql`
    update pulse_round set secret_check = ${ballot.secretCheck}
    where pulse_round_id = ${ballot.roundId} and secret_check is null`.execute(db);
  const { rows } = await sql<{ is_open: boolean; is_same_secret: boolean; is_new: boolean }>`
    with round as (
      select pulse_round_id, secret_check = ${ballot.secretCheck} as is_same_secret
      from pulse_round where pulse_round_id = ${ballot.roundId} and status = 'open' for share
    ), marked as (
      insert into pulse_participation_mark (pulse_round_id, mark, department_id)
      select pulse_round_id, ${ballot.mark}::bytea, ${ballot.countedDepartmentId}::uuid
      from round where is_same_secret
      on conflict do nothing
      returning pulse_round_id
    ), stored as (
      insert into pulse_ballot (pulse_ballot_id, pulse_round_id, sealed)
      select ${ballot.ballotId}::uuid, pulse_round_id, ${ballot.sealed}::bytea from marked
    )
    select exists (select from round) as is_open,
           coalesce((select is_same_secret from round), false) as is_same_secret,
           exists (select from marked) as is_new`.execute(db);
  const [outcome] = rows;
  if (!outcome?.is_open) return 'closed';
  if (!outcome.is_same_secret) return 'sealed_otherwise';
  return outcome.is_new ? 'stored' : 'answered';
}

export async function hasBallot(db: Db, ballotId: string): Promise<boolean> {
  const row = await db
    .selectFrom('pulse_ballot')
    .select('pulse_ballot_id')
    .where('pulse_ballot_id', '=', ballotId)
    .executeTakeFirst();
  return row !== undefined;
}

const ballotsAtOnce = 500;

/** The ballots of a round in the order of their ids, which is not the order in which they came. */
export async function* selectBallots(db: Db, roundId: string): AsyncGenerator<Buffer> {
  let after: string | null = null;
  for (;;) {
    const { rows }: { rows: { id: string; sealed: Buffer }[] } = await sql<{
      id: string;
      sealed: Buffer;
    }>`
      select pulse_ballot_id as id, sealed from pulse_ballot
      where pulse_round_id = ${roundId} and (${after}::uuid is null or pulse_ballot_id > ${after}::uuid)
      order by pulse_ballot_id limit ${ballotsAtOnce}`.execute(db);
    for (const { sealed } of rows) yield Buffer.from(sealed);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < ballotsAtOnce) return;
  }
}

/**
 * Writes ballots anew that lie in transactions with fewer others than the smallest group asks for, in an order of chance
 * and all as one transaction: the time of a transaction can be told from its neighbours, and with it who was at work
 * then. Fewer than a group wait for the next ones to come.
 */
export async function mixBallots(db: Db): Promise<void> {
  const { rows } = await sql<{ roundId: string }>`
    select pulse_round_id as "roundId" from (
      select b.pulse_round_id, p.minimum_group, count(*) as ballots
      from pulse_ballot b join pulse_round r using (pulse_round_id) join pulse_programme p using (pulse_programme_id)
      group by b.pulse_round_id, p.minimum_group, b.xmin::text
    ) t
    where ballots < minimum_group
    group by pulse_round_id, minimum_group having sum(ballots) >= minimum_group`.execute(db);
  for (const { roundId } of rows) {
    await sql`
      with alone as (
        select array_agg(id) as ids from (
          select array_agg(b.pulse_ballot_id) as ids
          from pulse_ballot b join pulse_round r using (pulse_round_id) join pulse_programme p using (pulse_programme_id)
          where b.pulse_round_id = ${roundId}
          group by p.minimum_group, b.xmin::text having count(*) < p.minimum_group
        ) t cross join unnest(t.ids) as id
      ), taken as (
        delete from pulse_ballot where pulse_ballot_id = any ((select ids from alone)::uuid[]) returning *
      )
      insert into pulse_ballot (pulse_ballot_id, pulse_round_id, sealed)
      select pulse_ballot_id, pulse_round_id, sealed from taken order by random()`.execute(db);
  }
}

/** Removes everything about single people that a round needed until it was counted; who was asked stays. */
export async function deleteSheets(db: Db, roundId: string): Promise<void> {
  for (const table of [
    'pulse_ballot',
    'pulse_participation_mark',
    'pulse_answer',
    'pulse_comment',
  ] as const) {
    await db.deleteFrom(table).where('pulse_round_id', '=', roundId).execute();
  }
  await db
    .updateTable('pulse_invitation')
    .set({ is_answered: false })
    .where('pulse_round_id', '=', roundId)
    .where('is_answered', '=', true)
    .execute();
}
