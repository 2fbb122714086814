import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../test/harness/use-database';
import { prepareMonths } from './prepare-months';

describe('prepareMonths', () => {
  const t = useDatabase();

  it('has a place for facts of the coming months in every table by month', async () => {
    await prepareMonths(t.db, new Date('2031-11-30T23:59:00Z'));
    await prepareMonths(t.db, new Date('2031-11-30T23:59:00Z'));
    const { rows } = await sql<{ parent: string; months: string[] }>`
      select inhparent::regclass::text as parent, array_agg(right(inhrelid::regclass::text, 7) order by 1) as months
      from pg_inherits where inhrelid::regclass::text ~ '_203[12]_[0-9]{2}$' and inhparent in (select partrelid from pg_partitioned_table)
      group by 1 order by 1`.execute(t.db);
    expect(rows.map((row) => row.parent)).toEqual(['audit_entry', 'feedback', 'invitation']);
    for (const { months } of rows) {
      expect([...months].sort()).toEqual(['2031_10', '2031_11', '2031_12', '2032_01', '2032_02']);
    }
  });
});
