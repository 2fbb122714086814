import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { isOutage, tellOutage } from './outage';

const largestPreparedCount = 500;
const longestPrepared = 4_000;

/** A table changed under a prepared statement, as another version of the product does when it starts. */
const planIsOutOfDate = '0A000';

/**
 * Lets connections prepare what Kysely sends, which saves planning, names the parameter that is undefined, and says of a
 * database that is away that it is unavailable. Statements are kept per connection for good, hence the limit on how many.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string | undefined>();
  const nameOf = (text: string): string | undefined => {
    if (names.has(text)) return names.get(text);
    if (names.size >= largestPreparedCount || text.length > longestPrepared) return undefined;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    names.set(text, name);
    return name;
  };
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrapped = (client: pg.PoolClient): PostgresPoolClient => {
    const known = clients.get(client);
    if (known) return known;
    let isCut = false;
    const own = {
      // A connection that was cut may look usable for a moment yet.
      release: () => client.release(isCut),
      async query(text: string, parameters: readonly unknown[] = []) {
        assertDefined(text, parameters);
        const name = parameters.length > 0 ? nameOf(text) : undefined;
        try {
          return await client.query({ text, values: [...parameters], ...(name && { name }) });
        } catch (error) {
          if (name && codeOf(error) === planIsOutOfDate) names.set(text, undefined);
          isCut ||= isOutage(error);
          throw tellOutage(error);
        }
      },
    } as unknown as PostgresPoolClient;
    clients.set(client, own);
    return own;
  };
  return {
    async connect() {
      try {
        return wrapped(await pool.connect());
      } catch (error) {
        throw tellOutage(error);
      }
    },
    end: () => pool.end(),
    options: pool.options,
  } as unknown as PostgresPool;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function assertDefined(text: string, parameters: readonly unknown[]): void {
  const index = parameters.indexOf(undefined);
  if (index === -1) return;
  throw new TypeError(
    `Parameter $${index + 1} is undefined; write null for an absent value. Statement: ${text}`,
  );
}
