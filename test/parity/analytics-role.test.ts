import { describe, expect, it } from 'vitest';
import { securityContextOf } from '../../domain/access';
import { createSql } from '../../platform/db';
import { analyticsUrl } from '../../platform/semantic';
import { ANALYTICS_SECRET, TIME_ZONE, useSemanticDatabase } from './semantic-database';
import { aViewer } from '../factories/viewer';

const semantic = useSemanticDatabase({
  template: 'template_migrated',
});

async function relations(): Promise<{ schema: string; name: string }[]> {
  return semantic.database.sql`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
      and n.nspname not like 'pg_toast%'`;
}

describe('the analytics role', () => {
  it('reads the mart and its own roll-ups, and no other table there is', async () => {
    const sql = createSql(analyticsUrl(semantic.database.url, ANALYTICS_SECRET), { max: 1 });
    try {
      const readable: string[] = [];
      for (const { schema, name } of await relations()) {
        const canRead = await sql`select 1 from ${sql(schema)}.${sql(name)} limit 1`.then(
          () => true,
          () => false,
        );
        if (canRead) readable.push(`${schema}.${name}`);
      }
      expect(readable).toContain('mart.department_feedback');
      expect(readable.filter((name) => !/^(mart|mart_rollup)\./.test(name))).toEqual([]);
    } finally {
      await sql.end();
    }
  });

  it('changes nothing in the mart and makes nothing outside its own schema', async () => {
    const sql = createSql(analyticsUrl(semantic.database.url, ANALYTICS_SECRET), { max: 1 });
    try {
      await expect(sql`delete from mart.department_closure`).rejects.toThrow(/permission denied/);
      await expect(sql`create table public.stolen (n int)`).rejects.toThrow(/permission denied/);
      await expect(sql`create schema stolen`).rejects.toThrow(/permission denied/);
      const [owner] = await semantic.database.sql<{ name: string }[]>`select current_user as name`;
      await expect(sql`set role ${sql(owner!.name)}`).rejects.toThrow(/permission denied/);
    } finally {
      await sql.end();
    }
  });

  it('shows no raw answers of employees, no comments and no names in the mart', async () => {
    const columns = await semantic.database.sql<{ name: string }[]>`
      select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'mart'`;
    const names = columns.map(({ name }) => name);
    expect(
      names.filter((name) => /comment|full_name|email|address|body|pulse_answer/.test(name)),
    ).toEqual([]);
  });
});

describe('a member that the models keep private', () => {
  const executive = securityContextOf(aViewer({ roles: ['executive'] }), 'test');

  it.each(['feedback.feedback_count', 'department_feedback.nps', 'pulse_release.n'])(
    '%s is refused',
    async (measure) => {
      const query = { measures: [measure], timezone: TIME_ZONE };
      await expect(semantic.fromFacts.load(query, executive)).rejects.toThrow(
        /not a public member/,
      );
    },
  );
});
