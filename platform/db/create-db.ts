import { Kysely, PostgresDialect } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import type { ConnectionOptions, Sql } from './create-sql';
import type { Database } from './database';
import { openPool } from './open-pool';
import { preparing } from './prepared-statements';
import { queryPlugins as plugins } from './query-plugins';
import { valueTypes } from './value-types';

/** The database or an open transaction on it; code that takes a Db works in both. */
export type Db = Kysely<Database>;

/** Opens Kysely on a pool of its own, which survives that the server goes away and comes back. */
export function createDb(
  url: string,
  { max = 10, applicationName = 'tandem' }: ConnectionOptions = {},
): Db {
  const pool = openPool(url, { max, applicationName, types: valueTypes });
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }), plugins });
}

/** Kysely on one session of postgres.js, for what is loaded in bulk together with statements of ours. */
export function createDbOn(session: Sql): Db {
  return new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: session }), plugins });
}
