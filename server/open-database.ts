import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../platform/clock';
import { createDb, createSql, migrate, prepareMonths, startPostgres } from '../platform/db';
import type { OutageReports } from '../platform/db';
import { createLogger } from '../platform/logger';
import type { Environment } from '../platform/env';
import { migrateQueue } from '../platform/queue';
import { ensureAnalyticsRole } from '../platform/semantic';
import type { Progress } from './progress';

const connectPatienceMs = 30_000;

export interface OpenDatabase {
  url: string;
  /** Stops the embedded PostgreSQL; nothing to do for another one. */
  stop(): Promise<void>;
}

/** Starts or reaches PostgreSQL and brings its schema up to date. */
export async function openDatabase(
  env: Environment,
  { secret, progress }: { secret: string; progress: Progress },
): Promise<OpenDatabase> {
  const database = await reachDatabase(env, progress);
  try {
    await prepareSchema(env, { url: database.url, secret, progress });
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}

async function reachDatabase(env: Environment, progress: Progress): Promise<OpenDatabase> {
  const { databaseUrl } = env;
  if (databaseUrl !== undefined) {
    await progress.step('PostgreSQL answers', () => waitForDatabase(databaseUrl));
    return { url: databaseUrl, stop: () => Promise.resolve() };
  }
  const server = await progress.step('PostgreSQL is up', () =>
    startPostgres({ dir: env.dataDir, reports: inTheLog(env) }),
  );
  if (!server.folder.startsWith(env.dataDir)) {
    progress.say(`  Its data is in ${server.folder}, because it cannot reach ${env.dataDir}`);
  }
  return { url: server.url, stop: () => server.stop() };
}

function inTheLog({ logLevel }: Pick<Environment, 'logLevel'>): OutageReports {
  const log = createLogger(logLevel);
  return {
    ended: () => log.error('PostgreSQL ended although nobody stopped it; it is started again'),
    notStarted: (err) => log.error({ err }, 'PostgreSQL does not start yet; it is tried again'),
    back: (facts) => log.warn(facts, 'PostgreSQL is up again'),
  };
}

async function waitForDatabase(url: string): Promise<void> {
  const deadline = Date.now() + connectPatienceMs;
  for (;;) {
    const sql = createSql(url, { max: 1 });
    try {
      const [row] = await sql<{ version: number }[]>`
        select current_setting('server_version_num')::int as version`;
      assertVersion(row?.version ?? 0);
      return;
    } catch (error) {
      if (!isPassing(error) || Date.now() > deadline) throw unreachable(url, error);
      await sleep(1000);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

function assertVersion(version: number): void {
  if (version < 150_000) {
    throw new Error(
      `PostgreSQL 15 or later is needed; the server of DATABASE_URL is ${Math.floor(version / 10_000)}`,
    );
  }
}

function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CONNECT_TIMEOUT', '57P03', '53300'].includes(
    code,
  );
}

function unreachable(url: string, cause: unknown): Error {
  const { host, pathname } = new URL(url);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`DATABASE_URL (${host}${pathname}) cannot be used: ${reason}`, { cause });
}

async function prepareSchema(
  env: Environment,
  { url, secret, progress }: { url: string; secret: string; progress: Progress },
): Promise<void> {
  const db = createDb(url, { max: 2 });
  try {
    const applied = await progress.step('Tables are up to date', () => migrate(db));
    if (applied.length > 0) progress.say(`    ${applied.length} migrations applied`);
    await prepareMonths(db, systemClock.now());
    await migrateQueue(url);
    if (env.analyticsDatabaseUrl === undefined) await ensureAnalyticsRole(db, secret);
  } finally {
    await db.destroy();
  }
}
