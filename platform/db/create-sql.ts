import postgres from 'postgres';
import type { Sql as PostgresSql } from 'postgres';
import { parseBigint } from './value-types';

/**
 * A pool of connections of postgres.js, for what Kysely cannot say: COPY, bulk loading. For tools, the demo organisation and
 * tests: it does not survive that its server goes away (`docs/decisions/0020-one-driver-that-survives.md`).
 */
export type Sql = PostgresSql<{ bigint: number }>;

export interface ConnectionOptions {
  /** The largest number of connections. */
  max?: number;
  /** What pg_stat_activity shows. */
  applicationName?: string;
}

/** Opens a pool. A `date` is read as a string `2026-03-12`, a `bigint` as a number. */
export function createSql(
  url: string,
  { max = 10, applicationName = 'tandem' }: ConnectionOptions = {},
): Sql {
  return postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: applicationName },
    types: {
      date: {
        to: 1082,
        from: [1082],
        serialize: (value: string) => value,
        parse: (value: string) => value,
      },
      bigint: {
        to: 20,
        from: [20],
        serialize: (value: number) => String(value),
        parse: parseBigint,
      },
    },
  });
}
