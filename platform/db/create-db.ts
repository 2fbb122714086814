import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import type { ReservedSql } from 'postgres';
import { createSql } from './create-sql';
import type { ConnectionOptions, Sql } from './create-sql';
import type { Database } from './database';

/** The database or an open transaction on it; code that takes a Db works in both. */
export type Db = Kysely<Database>;

const largestPreparedCount = 500;

/** Opens Kysely on a connection address, or on a pool that is there already. */
export function createDb(target: string | Sql, options: ConnectionOptions = {}): Db {
  const sql = typeof target === 'string' ? createSql(target, options) : target;
  return new Kysely<Database>({
    dialect: new PostgresJSDialect({ postgres: preparing(sql) }),
  });
}

/**
 * Lets the connections prepare what Kysely sends, which saves a round trip a query, and names the
 * parameter that is undefined. Statements are kept per connection for good, hence the limit on how many.
 */
function preparing(sql: Sql): Sql {
  const prepared = new Set<string>();
  const mayPrepare = (text: string) => {
    if (prepared.has(text)) return true;
    if (prepared.size >= largestPreparedCount || text.length > 4000) return false;
    prepared.add(text);
    return true;
  };
  return new Proxy(sql, {
    get(target, property) {
      if (property !== 'reserve') return Reflect.get(target, property) as unknown;
      return async () => {
        const connection: ReservedSql = await target.reserve();
        return {
          release: () => connection.release(),
          unsafe: (text: string, parameters: unknown[]) => {
            assertDefined(text, parameters);
            const prepare = parameters.length > 0 && mayPrepare(text);
            return connection.unsafe(text, parameters as never[], { prepare });
          },
        };
      };
    },
  });
}

function assertDefined(text: string, parameters: unknown[]): void {
  const index = parameters.indexOf(undefined);
  if (index === -1) return;
  throw new TypeError(
    `Parameter $${index + 1} is undefined; write null for an absent value. Statement: ${text}`,
  );
}
