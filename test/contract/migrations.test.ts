import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrate, migrateDown } from '../../platform/db';
import type { Db } from '../../platform/db';
import { useOwnDatabase } from '../harness/use-database';

/** Columns, constraints, indexes, views and functions of the product's schemas, as text that can be compared. */
async function schemaOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select 'column ' || table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' '
           || is_nullable || ' ' || coalesce(column_default, '') || coalesce(generation_expression, '') as line
    from information_schema.columns
    where table_schema in ('public', 'mart') and table_name not like 'kysely_%' and table_name !~ '_[0-9]{4}_[0-9]{2}$'
    union all
    select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace and conrelid::regclass::text !~ '_[0-9]{4}_[0-9]{2}$'
      and conrelid::regclass::text not like 'kysely_%'
    union all
    select 'index ' || indexdef from pg_indexes
    where schemaname = 'public' and tablename !~ '_[0-9]{4}_[0-9]{2}$' and tablename not like 'kysely_%'
    union all
    select 'view ' || schemaname || '.' || viewname || ' ' || definition from pg_views where schemaname in ('public', 'mart')
    union all
    select 'function ' || p.oid::regprocedure || ' ' || p.prosrc from pg_proc p
    left join pg_depend d on d.objid = p.oid and d.deptype = 'e'
    where pronamespace in (select oid from pg_namespace where nspname in ('public', 'mart')) and d.objid is null
    union all
    select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      and tgrelid::regclass::text !~ '_[0-9]{4}_[0-9]{2}$'
    order by line`.execute(db);
  return rows.map((row) => row.line);
}

describe('migrations', () => {
  const own = useOwnDatabase();

  it('can be taken back whole and applied again, and give the same schema', async () => {
    const before = await schemaOf(own.db);
    expect(before.length).toBeGreaterThan(100);

    await migrateDown(own.db);
    expect(await schemaOf(own.db)).toEqual([]);

    await migrate(own.db);
    expect(await schemaOf(own.db)).toEqual(before);
  });
});
