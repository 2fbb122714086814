import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { randomId } from '../../platform/ids';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { anOpenRound, answer, closed, someAnswers, tokenOf } from '../../test/factories/pulse';
import { testContext } from '../../test/harness/test-context';
import { useOwnDatabase } from '../../test/harness/use-database';
import { anonymousViewer, systemViewer } from '../access';
import type { Context } from '../context';
import { openBallot, participationMark } from './ballot';
import { mixBallotsAndMarks } from './mix-ballots-and-marks';
import { readPulseToken } from './pulse-link';
import { releaseRound } from './release-round';

type Row = Record<string, unknown>;

describe('whoever holds the whole database', () => {
  const t = useOwnDatabase({ max: 4 });
  let ctx: Context;
  let departmentId: string;

  beforeEach(async () => {
    ctx = testContext(t.db, anonymousViewer);
    await sql`delete from pulse_programme p where not exists (
      select from pulse_round r where r.pulse_programme_id = p.pulse_programme_id)`.execute(t.db);
    await sql`update pulse_round set status = 'closed'`.execute(t.db);
    departmentId = await aDepartment(t.db);
  });

  async function people(count: number): Promise<string[]> {
    const made: string[] = [];
    for (let index = 0; index < count; index++)
      made.push(
        await anEmployee(t.db, { departmentId, hiredOn: hiredOn[index % hiredOn.length]! }),
      );
    return made;
  }

  it('reads in no table what anybody answered while a round is open', async () => {
    const asked = await people(4);
    const { roundId } = await anOpenRound(ctx);
    const pageKeys = asked.map(() => randomId());
    await Promise.all(
      asked.map((employeeId, index) =>
        answer(ctx, {
          roundId,
          employeeId,
          pageKey: pageKeys[index],
          submitted: { comment: `Only person ${index} says so` },
        }),
      ),
    );
    const dump = await everything();
    expect(dump['pulse_ballot']).toHaveLength(asked.length);
    const text = JSON.stringify(dump);
    expect(text).not.toContain('says so');
    expect(text).not.toContain(Buffer.from('says so').toString('hex'));
    for (const key of pageKeys) expect(text).not.toContain(key);
    for (const table of ['pulse_answer', 'pulse_comment']) expect(dump[table], table).toEqual([]);
  });

  it('cannot tell who answered: the same tables come out whoever it was', async () => {
    const asked = await people(6);
    const half = [asked.slice(0, 3), asked.slice(3)];
    const dumps = [];
    for (const thoseWhoAnswer of half) {
      await sql`update pulse_round set status = 'closed'`.execute(t.db);
      const { roundId } = await anOpenRound(ctx);
      for (const employeeId of thoseWhoAnswer) await answer(ctx, { roundId, employeeId });
      await mixBallotsAndMarks({ ...ctx, viewer: systemViewer });
      dumps.push(await readableParts(roundId));
    }
    expect(dumps[0]).toEqual(dumps[1]);
  });

  it('finds every ballot as long as any other, with nothing on it but the round', async () => {
    const asked = await people(3);
    const { roundId } = await anOpenRound(ctx);
    const given: Record<string, string>[] = [
      Object.fromEntries(Object.keys(someAnswers).map((key) => [key, key === 'enps' ? '9' : ''])),
      { comment: '长'.repeat(4000) },
      { comment: 'short' },
    ];
    for (const [index, employeeId] of asked.entries())
      await answer(ctx, { roundId, employeeId, submitted: given[index]! });
    const { rows } = await sql<{ length: number }>`
      select distinct length(sealed) from pulse_ballot where pulse_round_id = ${roundId}`.execute(
      t.db,
    );
    expect(rows).toHaveLength(1);
    expect(await columnsOf('pulse_ballot')).toEqual([
      'pulse_ballot_id',
      'pulse_round_id',
      'sealed',
    ]);
    expect(await columnsOf('pulse_participation_mark')).toEqual([
      'department_id',
      'mark',
      'pulse_round_id',
    ]);
  });

  it('does no better than chance with order and transactions, even when the secret is known as well', async () => {
    const asked = await people(40);
    const { roundId } = await anOpenRound(ctx);
    const asTheyCame: string[] = [];
    for (const employeeId of asked) {
      await answer(ctx, { roundId, employeeId });
      const known = new Set(asTheyCame);
      const stored = await t.db
        .selectFrom('pulse_ballot')
        .select('pulse_ballot_id as id')
        .where('pulse_round_id', '=', roundId)
        .execute();
      asTheyCame.push(...stored.flatMap(({ id }) => (known.has(id) ? [] : [id])));
    }
    await mixBallotsAndMarks({ ...ctx, viewer: systemViewer });
    const marks = await physically('pulse_participation_mark', roundId);
    const ballots = await physically('pulse_ballot', roundId);
    expect(new Set(marks.map(({ xmin }) => xmin)).size).toBe(1);
    expect(new Set(ballots.map(({ xmin }) => xmin)).size).toBe(1);
    const place = ballots.map(({ row }) => row['pulse_ballot_id']);
    expect(place.filter((ballotId, index) => ballotId === asTheyCame[index]).length).toBeLessThan(
      9,
    );
    const transactions = new Set(ballots.map(({ xmin }) => xmin));
    expect(marks.filter(({ xmin }) => transactions.has(xmin))).toEqual([]);

    const arrived = await Promise.all(
      asked.map(async (employeeId) => {
        const invitationId = readPulseToken(ctx, await tokenOf(ctx, roundId, employeeId))!;
        return participationMark(ctx, invitationId).toString('hex');
      }),
    );
    const stored = marks.map(({ row }) => String(row['mark']).slice(2));
    expect([...stored].sort()).toEqual([...arrived].sort());
    // By chance one of forty stays where it was, and nine or more with a probability below one in a million.
    expect(stored.filter((mark, place) => mark === arrived[place]).length).toBeLessThan(9);
  });

  it('finds no ballot alone in its transaction while others are mixed, however many came since', async () => {
    const asked = await people(13);
    const { roundId } = await anOpenRound(ctx);
    const sizes = async () => {
      await mixBallotsAndMarks({ ...ctx, viewer: systemViewer });
      const ballots = await physically('pulse_ballot', roundId);
      const groups = new Map<string, number>();
      for (const { xmin } of ballots) groups.set(xmin, (groups.get(xmin) ?? 0) + 1);
      return [...groups.values()].sort((a, b) => a - b);
    };
    const send = async (from: number, to: number) => {
      for (const employeeId of asked.slice(from, to)) await answer(ctx, { roundId, employeeId });
    };
    await send(0, 6);
    expect(await sizes()).toEqual([6]);
    await send(6, 8);
    expect(await sizes()).toEqual([1, 1, 6]);
    await send(8, 13);
    expect(await sizes()).toEqual([6, 7]);
  });

  it('finds nothing of single people once the round is released', async () => {
    const asked = await people(12);
    const { roundId } = await anOpenRound(ctx);
    for (const [index, employeeId] of asked.entries())
      await answer(ctx, { roundId, employeeId, submitted: { comment: `Said by ${index}` } });
    const opened = (await physically('pulse_ballot', roundId)).map(({ row }) =>
      openBallot(ctx, roundId, Buffer.from(String(row['sealed']).slice(2), 'hex')),
    );
    expect(opened.map(({ comments }) => comments[0]?.[1]).sort()).toEqual(
      asked.map((_, index) => `Said by ${index}`).sort(),
    );
    expect(opened.every(({ scores }) => scores.length === Object.keys(someAnswers).length)).toBe(
      true,
    );

    await closed(ctx, roundId);
    await releaseRound({ ...ctx, viewer: systemViewer }, { roundId });
    const dump = await everything();
    for (const table of [
      'pulse_ballot',
      'pulse_participation_mark',
      'pulse_answer',
      'pulse_comment',
    ])
      expect(ofRound(dump[table]!, roundId), table).toEqual([]);
    const comments = await physically('pulse_release_comment');
    expect(comments).toHaveLength(12);
    expect(new Set(comments.map(({ xmin }) => xmin)).size).toBe(1);
    const order = comments.map(({ row }) => Number(String(row['body']).slice('Said by '.length)));
    const rising = order.every((each, place) => place === 0 || each > order[place - 1]!);
    expect(rising).toBe(false);
  });

  it('cannot be the role that analysis uses', async () => {
    for (const table of [
      'pulse_ballot',
      'pulse_participation_mark',
      'pulse_answer',
      'pulse_comment',
      'pulse_invitation',
      'pulse_release_comment',
    ]) {
      const { rows } = await sql<{ may: boolean }>`
        select has_table_privilege('tandem_mart_reader', ${table}, 'select') as may`.execute(t.db);
      expect(rows, table).toEqual([{ may: false }]);
    }
  });

  async function columnsOf(table: string): Promise<string[]> {
    const { rows } = await sql<{ column_name: string }>`
      select column_name from information_schema.columns where table_name = ${table} and table_schema = 'public'
      order by column_name`.execute(t.db);
    return rows.map((row) => row.column_name);
  }

  /** Rows as they lie in the file, with the transaction that wrote them. */
  async function physically(
    table: string,
    roundId?: string,
  ): Promise<{ xmin: string; row: Row }[]> {
    const { rows } = await sql<{ xmin: string; row: Row }>`
      select x.xmin::text, to_json(x) as row from ${sql.table(table)} x order by x.ctid`.execute(
      t.db,
    );
    return rows.filter(({ row }) => roundId === undefined || row['pulse_round_id'] === roundId);
  }

  async function everything(): Promise<Record<string, Row[]>> {
    const { rows } = await sql<{ schema: string; name: string }>`
      select schemaname as schema, tablename as name from pg_tables
      where schemaname in ('public', 'graphile_worker')`.execute(t.db);
    const dump: Record<string, Row[]> = {};
    for (const { schema, name } of rows) {
      const { rows: found } = await sql<{ row: Row }>`
        select to_json(x) as row from ${sql.table(`${schema}.${name}`)} x`.execute(t.db);
      dump[name] = found.map(({ row }) => row);
    }
    return dump;
  }

  /**
   * What a dump tells about the people of a round, without what is sealed or keyed, which differs each time, and
   * without the ids of the round.
   */
  async function readableParts(roundId: string): Promise<Record<string, Row[]>> {
    const dump = await everything();
    const parts: Record<string, Row[]> = {};
    for (const table of ['pulse_ballot', 'pulse_participation_mark', 'pulse_invitation'])
      parts[table] = ofRound(dump[table]!, roundId).map(withoutOpaque).sort(byText);
    for (const table of ['employee', 'outbox_mail', 'session', 'user_account'])
      parts[table] = dump[table]!.map(withoutOpaque).sort(byText);
    parts['audit_entry'] = (dump['audit_entry'] ?? []).filter(
      (row) => !String(row['action']).startsWith('pulse_'),
    );
    return parts;
  }
});

const hiredOn = ['2026-05-01', '2024-05-01', '2019-05-01', '2009-05-01'];
const opaque = new Set([
  'sealed',
  'mark',
  'pulse_ballot_id',
  'pulse_round_id',
  'pulse_invitation_id',
]);

function withoutOpaque(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !opaque.has(column)));
}

function byText(a: Row, b: Row): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function ofRound(rows: readonly Row[], roundId: string): Row[] {
  return rows.filter((row) => row['pulse_round_id'] === roundId);
}

describe('the same person answering on several pages at the same moment', () => {
  const t = useOwnDatabase({ max: 3 });

  it('counts once, although every page has a key of its own', async () => {
    const ctx = testContext(t.db, anonymousViewer);
    const departmentId = await aDepartment(t.db);
    const employeeId = await anEmployee(t.db, { departmentId });
    const { roundId } = await anOpenRound(ctx);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => answer(ctx, { roundId, employeeId })),
    );
    const states = outcomes.map((outcome) => (outcome.ok ? outcome.state : 'refused'));
    expect(states.filter((state) => state === 'stored')).toHaveLength(1);
    expect(states.filter((state) => state === 'answered')).toHaveLength(11);
    for (const table of ['pulse_ballot', 'pulse_participation_mark'] as const)
      expect(await t.db.selectFrom(table).select('pulse_round_id').execute()).toHaveLength(1);
  });
});
