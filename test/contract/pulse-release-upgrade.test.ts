import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemViewer } from '../../domain/access';
import { getPulseRound, listPulseParticipation } from '../../domain/pulse';
import { turnRounds } from '../../domain/pulse/turn-rounds';
import * as roundTree from '../../migrations/20261125T1500_add_round_tree';
import * as blurred from '../../migrations/20261125T1510_blur_releases';
import * as sealed from '../../migrations/20261125T1600_seal_pulse_ballots';
import { aDepartment, anEmployee } from '../factories/organisation';
import { anOpenRound, closed } from '../factories/pulse';
import { testContext } from '../harness/test-context';
import { useOwnDatabase } from '../harness/use-database';

const changes = [roundTree, blurred, sealed];

/** A release as it was published before anybody asked what can be formed from it, or what a unanimous team tells. */
describe('a release of the version before', () => {
  const own = useOwnDatabase();
  const ctx = () => testContext(own.db, systemViewer);
  const departments = { root: '', stores: '', office: '', corner: '', moved: '' };
  let roundId: string;

  beforeAll(async () => {
    departments.root = await aDepartment(own.db, { code: 'A' });
    const under = { parentDepartmentId: departments.root };
    departments.stores = await aDepartment(own.db, { ...under, code: 'B' });
    departments.office = await aDepartment(own.db, { ...under, code: 'C' });
    departments.corner = await aDepartment(own.db, { ...under, code: 'D' });
    departments.moved = await aDepartment(own.db, { ...under, code: 'E' });
    for (const [departmentId, people] of [
      [departments.stores, 22],
      [departments.office, 8],
      [departments.corner, 3],
      [departments.moved, 7],
    ] as const) {
      for (let each = 0; each < people; each++) await anEmployee(own.db, { departmentId });
    }
    roundId = (await anOpenRound(ctx())).roundId;
    await closed(ctx(), roundId);
    for (const { down } of changes.toReversed()) await down(own.db as never);
    await publishAsBefore();
    for (const { up } of changes) await own.db.transaction().execute((tx) => up(tx as never));
  });

  /** Everybody agrees (4) and promotes (9); every department with five answers is published. */
  async function publishAsBefore(): Promise<void> {
    await sql`
      insert into pulse_answer
      select gen_random_uuid(), pulse_round_id, q.key, case q.kind when 'nps' then 9 else 4 end, department_id,
             tenure_band
      from pulse_invitation join pulse_round using (pulse_round_id)
        join survey_question q using (survey_version_id)
      where q.kind <> 'comment'`.execute(own.db);
    await sql`update pulse_invitation set is_answered = true`.execute(own.db);
    await sql`
      insert into pulse_release select gen_random_uuid(), ${roundId}, '2026-11-02', 5, 10`.execute(
      own.db,
    );
    await sql`
      insert into pulse_release_cell
      select x.pulse_release_id, c.ancestor_id, 'all', 'all', a.question_key, q.kind, count(*), sum(a.score),
             sum(a.score * a.score), count(*), count(*) filter (where q.kind = 'nps'), 0
      from pulse_release x join pulse_round r using (pulse_round_id) join pulse_answer a using (pulse_round_id)
        join department_closure c on c.descendant_id = a.department_id
        join survey_question q on q.survey_version_id = r.survey_version_id and q.key = a.question_key
      group by 1, 2, 5, 6 having count(*) >= 5`.execute(own.db);
    // When this one was published, two more people belonged to it.
    await sql`
      update pulse_release_cell set n = 9, favourable = 9 where department_id = ${departments.moved}`.execute(
      own.db,
    );
    await sql`
      insert into pulse_release_participation
      select pulse_release_id, ${departments.root}, 40, 40 from pulse_release`.execute(own.db);
  }

  const readable = async () => {
    const { rows } = await sql<{
      department: string;
      key: string;
      n: number;
      favourable: number | null;
      promoters: number | null;
      score_sum: number | null;
    }>`
      select d.code as department, question_key as key, n, favourable, promoters, score_sum
      from mart.pulse_release_cell join department d using (department_id)
      where n is not null order by d.code, question_key`.execute(own.db);
    return rows;
  };

  it('is read by nobody until it has been judged by the rules of today, which happens by itself', async () => {
    expect(await readable()).toEqual([]);
    expect((await getPulseRound(ctx(), { roundId })).isReleased).toBe(false);
    await turnRounds(ctx(), { moment: ctx().clock.now() });
    expect((await getPulseRound(ctx(), { roundId })).isReleased).toBe(true);
  });

  it('no longer gives away the three of the corner, nor departments that were others then', async () => {
    // The organisation minus stores and office would leave the corner and the department that has moved: ten people.
    expect([...new Set((await readable()).map(({ department }) => department))]).toEqual([
      'A',
      'B',
      'C',
    ]);
  });

  it('no longer says that everybody agreed', async () => {
    for (const { key, n, favourable, promoters, score_sum: sum } of await readable()) {
      if (key === 'enps') expect(promoters).toBeLessThan(n);
      else expect({ isBelow: favourable! < n, sum }).toEqual({ isBelow: true, sum: 4 * n });
    }
  });

  it('shows as many taking part as its results count', async () => {
    const table = await listPulseParticipation(ctx(), { roundId });
    const whole = table.find(({ departmentId }) => departmentId === departments.root);
    expect(whole).toEqual({ departmentId: departments.root, asked: 40, answered: 40 });
  });

  it('leaves nothing behind of what judging took, and is not judged twice', async () => {
    const before = await readable();
    for (const table of ['pulse_release_sum', 'pulse_release_asked'] as const)
      expect(await own.db.selectFrom(table).select('department_id').execute()).toEqual([]);
    await turnRounds(ctx(), { moment: ctx().clock.now() });
    expect(await readable()).toEqual(before);
  });
});
