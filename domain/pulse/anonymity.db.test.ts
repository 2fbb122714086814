import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { randomId } from '../../platform/ids';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { anOpenRound, answer } from '../../test/factories/pulse';
import { testContext } from '../../test/harness/test-context';
import { useOwnDatabase } from '../../test/harness/use-database';
import { anonymousViewer } from '../access';

/** Columns that an answer may share with an invitation, each shared by at least a whole group of people. */
const sharedOnPurpose = ['department_id', 'pulse_round_id', 'question_key', 'tenure_band'];

describe('an answer to a pulse', () => {
  const t = useOwnDatabase({ max: 2 });

  it('can be joined to a person through no column, and answers of one person to each other through none', async () => {
    const ctx = testContext(t.db, anonymousViewer);
    const departmentId = await aDepartment(t.db);
    const people = [];
    for (let index = 0; index < 8; index++) people.push(await anEmployee(t.db, { departmentId }));
    const { roundId } = await anOpenRound(ctx);
    const pageKeys = people.map(() => randomId());
    // More people than connections, as in the minute after the mail.
    await Promise.all(
      people.map((employeeId, index) =>
        answer(ctx, {
          roundId,
          employeeId,
          pageKey: pageKeys[index],
          submitted: { comment: `A comment, number ${index}` },
        }),
      ),
    );
    const answered = await t.db
      .selectFrom('pulse_invitation')
      .select('is_answered')
      .where('is_answered', '=', true)
      .execute();
    expect(answered).toHaveLength(people.length);

    const answers = await everyValue('pulse_answer');
    const comments = await everyValue('pulse_comment');
    expect(answers).toHaveLength(people.length * 7);

    const anywhereElse = new Set<string>();
    for (const table of await otherTables()) {
      for (const row of await everyValue(table))
        for (const [column, value] of row) {
          if (!sharedOnPurpose.includes(column) && isIdentifying(value)) anywhereElse.add(value);
        }
    }
    for (const [column, value] of [...answers, ...comments].flat()) {
      if (sharedOnPurpose.includes(column) || !isIdentifying(value)) continue;
      expect(anywhereElse.has(value), `${column} = ${value}`).toBe(false);
    }
    for (const key of [...pageKeys, ...people]) {
      expect([...answers, ...comments].flat().some(([, value]) => value.includes(key))).toBe(false);
    }
    const ids = answers.map((row) => new Map(row).get('pulse_answer_id'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('carries no time, no order and no mark: its columns are exactly these', async () => {
    expect(await columnsOf('pulse_answer')).toEqual([
      'department_id',
      'pulse_answer_id',
      'pulse_round_id',
      'question_key',
      'score',
      'tenure_band',
    ]);
    expect(await columnsOf('pulse_comment')).toEqual([
      'body',
      'department_id',
      'pulse_comment_id',
      'pulse_round_id',
    ]);
    expect(await columnsOf('pulse_invitation')).toEqual([
      'department_id',
      'employee_id',
      'is_answered',
      'pulse_invitation_id',
      'pulse_round_id',
      'tenure_band',
    ]);
  });

  it('cannot be read by the role that analysis uses', async () => {
    for (const table of [
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

  async function otherTables(): Promise<string[]> {
    const { rows } = await sql<{ table_name: string }>`
      select table_name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and table_name not in ('pulse_answer', 'pulse_comment')`.execute(t.db);
    return rows.map((row) => row.table_name);
  }

  async function everyValue(table: string): Promise<[string, string][][]> {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_json(x) as row from ${sql.table(table)} x`.execute(t.db);
    return rows.map(({ row }) =>
      Object.entries(row).map(([column, value]): [string, string] => [
        column,
        JSON.stringify(value),
      ]),
    );
  }

  /** Short values, such as scores and flags, are shared by many; ids, times and texts are not. */
  function isIdentifying(value: string): boolean {
    return value.length > 12;
  }
});

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
    expect(await t.db.selectFrom('pulse_answer').select('question_key').execute()).toHaveLength(7);
  });
});
