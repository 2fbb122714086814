import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

const largestPreparedCount = 500;
const longestPrepared = 4_000;

/** A table changed under a prepared statement, as another version of the product does when it starts. */
const planIsOutOfDate = '0A000';

/**
 * Lets connections prepare what Kysely sends, which saves planning, and names the parameter that is undefined. Statements
 * are kept per connection for good, hence the limit on how many.
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
    const own = {
      release: () => client.release(),
      async query(text: string, parameters: readonly unknown[] = []) {
        assertDefined(text, parameters);
        const name = parameters.length > 0 ? nameOf(text) : undefined;
        try {
          return await client.query({ text, values: [...parameters], ...(name && { name }) });
        } catch (error) {
          if (name && codeOf(error) === planIsOutOfDate) names.set(text, undefined);
          throw error;
        }
      },
    } as unknown as PostgresPoolClient;
    clients.set(client, own);
    return own;
  };
  return {
    connect: async () => wrapped(await pool.connect()),
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
