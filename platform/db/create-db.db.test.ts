import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDatabase, useOwnDatabase } from '../../test/harness/use-database';

describe('createDb', () => {
  const own = useOwnDatabase({ max: 2 });

  it('reads a date as text, a bigint as a number and a moment as a Date', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select date '2026-03-29' as day, 12345678901::bigint as count, timestamptz '2026-03-29 01:30Z' as moment
    `.execute(own.db);
    expect(rows).toEqual([
      { day: '2026-03-29', count: 12_345_678_901, moment: new Date('2026-03-29T01:30:00Z') },
    ]);
  });

  it('refuses a bigint that a number cannot hold', async () => {
    await expect(sql`select 9007199254740993::bigint as count`.execute(own.db)).rejects.toThrow(
      'cannot hold exactly',
    );
  });

  it('names the parameter that is undefined', async () => {
    await expect(sql`select ${1}::int, ${undefined}::int`.execute(own.db)).rejects.toThrow(
      'Parameter $2 is undefined',
    );
  });

  it('serves more callers than it has connections', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        sql<{ n: number }>`select ${n}::int as n`.execute(own.db),
      ),
    );
    expect(answers.map((answer) => answer.rows[0]?.n)).toEqual(
      Array.from({ length: 20 }, (_, n) => n),
    );
  });
});

describe('the database of a test', () => {
  const t = useDatabase();
  const count = async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from submission_receipt`.execute(
      t.db,
    );
    return rows[0]?.n;
  };
  const receive = (key: string) =>
    t.db.insertInto('submission_receipt').values({ scope: 'test', submission_key: key });
  const [first, second] = [
    '00000000-0000-4000-8000-000000000001',
    '00000000-0000-4000-8000-000000000002',
  ];

  it('keeps what a transaction of the code under test commits', async () => {
    await t.db.transaction().execute((tx) => tx.executeQuery(receive(first).compile()));
    expect(await count()).toBe(1);
  });

  it('forgets what the test before stored', async () => {
    expect(await count()).toBe(0);
  });

  it('undoes only the transaction that failed', async () => {
    await receive(first).execute();
    const failing = t.db.transaction().execute(async (tx) => {
      await tx.executeQuery(receive(second).compile());
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await count()).toBe(1);
  });

  it('goes on after a statement failed inside a transaction', async () => {
    const failing = t.db.transaction().execute((tx) => sql`select 1/0`.execute(tx));
    await expect(failing).rejects.toThrow('division by zero');
    expect(await count()).toBe(0);
  });
});
