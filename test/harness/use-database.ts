import { CompiledQuery } from 'kysely';
import type { DatabaseConnection } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import type { Viewer } from '../../domain/access';
import { createDb, createSql } from '../../platform/db';
import type { Db, Sql } from '../../platform/db';
import { randomId } from '../../platform/ids';
import { actAs } from './act-as';
import type { Actor } from './act-as';
import { onOneConnection } from './rolled-back-db';
import type { ContextChoice } from './test-context';
import { cloneDatabase, dropDatabase, ensureSeededTemplate } from './test-server';

/** The database of the running test. Everything done with it is undone when the test ends. */
export interface TestDatabase {
  readonly db: Db;
  /** Acts as a viewer in the running test. */
  as(viewer: Viewer, choice?: ContextChoice): Actor;
}

/**
 * Gives every test of the file a database that forgets: one connection in a transaction that is rolled back.
 * Transactions of the code under test work in it as savepoints.
 */
export function useDatabase(): TestDatabase {
  let pool: Db | undefined;
  let current: Db | undefined;
  let endTest: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const worker = `worker_${process.env['VITEST_POOL_ID'] ?? '0'}`;
    const url = await cloneDatabase(inject('testServer'), worker, { keepExisting: true });
    pool = createDb(url, { max: 1 });
  });
  beforeEach(async () => {
    if (!pool) throw new Error('The database of this worker is missing');
    ({ db: current, end: endTest } = await openTransaction(pool));
  });
  afterEach(async () => {
    await endTest?.();
    current = undefined;
  });
  afterAll(async () => {
    await pool?.destroy();
  });
  const database: TestDatabase = {
    get db() {
      if (!current) throw new Error('The database is there only while a test runs');
      return current;
    },
    as: (viewer, choice) => actAs(database.db, viewer, choice),
  };
  return database;
}

/** Opens the transaction of a test; `end` rolls it back. */
async function openTransaction(pool: Db): Promise<{ db: Db; end: () => Promise<void> }> {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  return new Promise((resolve, reject) => {
    const life = pool.connection().execute(async (held) => {
      const connection: DatabaseConnection = {
        executeQuery: (query) => held.executeQuery(query) as never,
        streamQuery: () => {
          throw new Error(
            'Streaming needs useOwnDatabase: a test in a transaction has one connection',
          );
        },
      };
      await held.executeQuery(CompiledQuery.raw('begin'));
      resolve({
        db: onOneConnection(connection),
        end: async () => {
          finish();
          await life;
        },
      });
      await finished;
      await held.executeQuery(CompiledQuery.raw('rollback'));
    });
    life.catch(reject);
  });
}

/** A database of its own for a test that needs several connections, real commits or COPY. */
export interface OwnDatabase {
  readonly url: string;
  readonly db: Db;
  readonly sql: Sql;
  /** Acts as a viewer on this database. */
  as(viewer: Viewer, choice?: ContextChoice): Actor;
}

/**
 * Gives the file a fresh copy of a template database (`template_bare` has no organisation, `template_seeded` the demo
 * organisation), dropped at the end. Nothing is rolled back between its tests.
 */
export function useOwnDatabase({ max = 10, template = 'template_migrated' } = {}): OwnDatabase {
  const name = `own_${randomId().replaceAll('-', '')}`;
  let open: Pick<OwnDatabase, 'url' | 'db' | 'sql'> | undefined;
  beforeAll(async () => {
    if (template === 'template_seeded') await ensureSeededTemplate(inject('testServer'));
    const url = await cloneDatabase(inject('testServer'), name, { template });
    const sql = createSql(url, { max });
    open = { url, sql, db: createDb(url, { max }) };
  }, 300_000);
  afterAll(async () => {
    await open?.sql.end();
    await open?.db.destroy();
    await dropDatabase(inject('testServer'), name);
  });
  const opened = () => {
    if (!open) throw new Error('The database is there only while the tests of this file run');
    return open;
  };
  return {
    get url() {
      return opened().url;
    },
    get db() {
      return opened().db;
    },
    get sql() {
      return opened().sql;
    },
    as: (viewer, choice) => actAs(opened().db, viewer, choice),
  };
}
