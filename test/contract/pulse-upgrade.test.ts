import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemViewer } from '../../domain/access';
import { closePulseRound, listPulseParticipation, releaseRound } from '../../domain/pulse';
import { down, up } from '../../migrations/20261125T1600_seal_pulse_ballots';
import { aDepartment, anEmployee } from '../factories/organisation';
import { anOpenRound, answer, closed } from '../factories/pulse';
import { testContext } from '../harness/test-context';
import { useOwnDatabase } from '../harness/use-database';

/** A released round and an open one as they were stored while single answers lay open in the database. */
describe('pulses of the version before ballots were sealed', () => {
  const own = useOwnDatabase();
  const ctx = () => testContext(own.db, systemViewer);
  const people: string[] = [];
  let root: string;
  let stores: string;
  let office: string;
  let corner: string;
  let releasedId: string;
  let openId: string;

  beforeAll(async () => {
    root = await aDepartment(own.db, { code: 'A' });
    stores = await aDepartment(own.db, { parentDepartmentId: root, code: 'B' });
    office = await aDepartment(own.db, { parentDepartmentId: root, code: 'C' });
    corner = await aDepartment(own.db, { parentDepartmentId: root, code: 'D' });
    for (let index = 0; index < 20; index++) {
      const departmentId = index < 3 ? corner : index < 9 ? office : stores;
      people.push(await anEmployee(own.db, { departmentId, email: `P${index}@works.example` }));
    }
    releasedId = (await anOpenRound(ctx())).roundId;
    await closed(ctx(), releasedId);
    await releaseRound(ctx(), { roundId: releasedId });
    openId = (await anOpenRound(ctx())).roundId;

    await down(own.db as never);
    for (const roundId of [releasedId, openId]) {
      for (const employeeId of people.slice(3, 19)) await answerAsBefore(roundId, employeeId);
    }
    await own.db.transaction().execute((tx) => up(tx as never));
  });

  async function answerAsBefore(roundId: string, employeeId: string): Promise<void> {
    await sql`
      insert into pulse_answer
      select gen_random_uuid(), pulse_round_id, q.key, 4, department_id, tenure_band
      from pulse_invitation join pulse_round using (pulse_round_id)
        join survey_question q using (survey_version_id)
      where q.kind <> 'comment' and pulse_round_id = ${roundId} and employee_id = ${employeeId}`.execute(
      own.db,
    );
    await sql`
      insert into pulse_comment
      select gen_random_uuid(), pulse_round_id, department_id, 'Said before'
      from pulse_invitation where pulse_round_id = ${roundId} and employee_id = ${employeeId}`.execute(
      own.db,
    );
    await sql`
      update pulse_invitation set is_answered = true
      where pulse_round_id = ${roundId} and employee_id = ${employeeId}`.execute(own.db);
  }

  it('lose the single answers of what is released, and what marked who had answered', async () => {
    const { rows } = await sql<{ answers: number; comments: number; marked: number }>`
      select (select count(*) from pulse_answer where pulse_round_id = ${releasedId})::int as answers,
             (select count(*) from pulse_comment where pulse_round_id = ${releasedId})::int as comments,
             (select count(*) from pulse_invitation where pulse_round_id = ${releasedId} and is_answered)::int as marked`.execute(
      own.db,
    );
    expect(rows).toEqual([{ answers: 0, comments: 0, marked: 0 }]);
  });

  it('keep the rest as one transaction, so that nothing tells what came together', async () => {
    for (const table of ['pulse_answer', 'pulse_comment', 'pulse_invitation']) {
      const { rows } = await sql<{ transactions: number }>`
        select count(distinct xmin::text)::int as transactions from ${sql.table(table)}`.execute(
        own.db,
      );
      expect(rows, table).toEqual([{ transactions: 1 }]);
    }
  });

  it('go on: who answered is not asked again, others still can, and all are counted', async () => {
    const before = await answer(ctx(), { roundId: openId, employeeId: people[3]! });
    expect(before).toEqual({ ok: true, state: 'answered' });
    const now = await answer(ctx(), {
      roundId: openId,
      employeeId: people[19]!,
      submitted: { comment: 'Said now' },
    });
    expect(now).toEqual({ ok: true, state: 'stored' });
    const live = await listPulseParticipation(ctx(), { roundId: openId });
    expect(live.find(({ departmentId }) => departmentId === stores)).toEqual({
      departmentId: stores,
      asked: 11,
      answered: 11,
    });
    await closePulseRound(ctx(), { roundId: openId });
    await releaseRound(ctx(), { roundId: openId });
    const cell = await own.db
      .selectFrom('pulse_release_cell as c')
      .innerJoin('pulse_release as r', 'r.pulse_release_id', 'c.pulse_release_id')
      .select('c.n')
      .where('r.pulse_round_id', '=', openId)
      .where('c.department_id', '=', stores)
      .where('c.question_key', '=', 'enps')
      .where('c.attribute', '=', 'all')
      .executeTakeFirst();
    expect(cell).toEqual({ n: 11 });
    const comments = await own.db
      .selectFrom('pulse_release_comment')
      .select('body')
      .where('body', 'like', 'Said %')
      .execute();
    expect(comments).toHaveLength(11);
    for (const table of ['pulse_answer', 'pulse_comment', 'pulse_ballot'] as const)
      expect(await own.db.selectFrom(table).select('pulse_round_id').execute()).toEqual([]);
  });

  it('have nobody left over in a group that is too small', async () => {
    const { rows } = await sql<{ people: number }>`
      select count(*)::int as people from pulse_invitation
      where pulse_round_id = ${openId} group by counted_department_id order by 1`.execute(own.db);
    // Three of the corner are counted with the six of the office, as the whole without the stores.
    expect(rows).toEqual([{ people: 9 }, { people: 11 }]);
    const nowhere = await own.db
      .selectFrom('pulse_invitation')
      .select('employee_id')
      .where('pulse_round_id', '=', openId)
      .where('counted_department_id', 'is', null)
      .execute();
    expect(nowhere).toEqual([]);
  });
});
