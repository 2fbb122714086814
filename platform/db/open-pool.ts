import pg from 'pg';

export interface PoolOptions {
  /** The largest number of connections. */
  max: number;
  /** What pg_stat_activity shows. */
  applicationName: string;
  /** Told of each connection that was lost while nobody used it. */
  onLost?: (error: Error) => void;
  types?: pg.CustomTypesConfig;
}

const connectPatienceMs = 10_000;
const idleMs = 60_000;

/**
 * Opens a pool that outlives its server: a lost connection fails the statement that ran on it and nothing else, and the
 * next one gets a new connection.
 */
export function openPool(databaseUrl: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.max,
    application_name: options.applicationName,
    connectionTimeoutMillis: connectPatienceMs,
    idleTimeoutMillis: idleMs,
    keepAlive: true,
    ...(options.types && { types: options.types }),
  });
  // The library ends the process for an error that nobody listens to, whether the connection is used or not.
  pool.on('error', (error) => options.onLost?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
