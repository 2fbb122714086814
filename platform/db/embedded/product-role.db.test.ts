import { expect, it } from 'vitest';

import { useOwnDatabase } from '../../../test/harness/use-database';
import { migrateQueue } from '../../queue';
import { createSql } from '../create-sql';
import { migrate } from '../migrate';
import { createDb } from '../create-db';
import { ensureProductRole, productRole } from './product-role';

const database = useOwnDatabase({ template: 'template_bare' });

/** One of each kind of thing that a database of an earlier version holds, made by its superuser. */
const made = [
  "insert into organisation (organisation_id, name_en, name_zh, time_zone, default_locale) values (gen_random_uuid(), 'Kept', '留', 'UTC', 'en')",
  "create type mood as enum ('fine')",
  'create function seven() returns int language sql return 7',
  'create sequence by_itself',
  'create statistics kept_statistics on name_en, time_zone from organisation',
];

it('a database in which everything belongs to the superuser is handed over, whole and without a loss', async () => {
  for (const statement of made) await database.sql.unsafe(statement);
  await ensureProductRole(database.url, { password: undefined });
  // Every start does so again.
  await ensureProductRole(database.url, { password: undefined });

  const address = new URL(database.url);
  address.username = productRole;
  const product = createSql(address.href, { max: 1 });
  const db = createDb(address.href, { max: 1 });
  try {
    expect(await product`select current_user as name, name_en from organisation`).toEqual([
      { name: productRole, name_en: 'Kept' },
    ]);
    expect(await migrate(db)).toEqual([]);
    await migrateQueue(address.href);
    for (const statement of [
      'alter table organisation add column later int',
      "alter type mood add value 'better'",
      'drop function seven',
      'drop sequence by_itself',
      'drop statistics kept_statistics',
      'create schema another',
    ])
      await product.unsafe(statement);
    const [left] = await product`
      select count(*)::int as n from pg_class c join pg_namespace n on n.oid = relnamespace
      where relowner = 'tandem'::regrole and nspname !~ '^pg_' and nspname <> 'information_schema'
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;
    expect(left).toEqual({ n: 0 });
    const [reader] = await product`
      select pg_has_role(${productRole}, 'tandem_mart_reader', 'member with admin option') as grants`;
    expect(reader).toEqual({ grants: true });
  } finally {
    await product.end();
    await db.destroy();
  }
});
