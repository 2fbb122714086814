import { join } from 'node:path';
import { systemClock } from '../platform/clock';
import type { Clock } from '../platform/clock';
import { createDb, createSql } from '../platform/db';
import type { Db, Sql } from '../platform/db';
import type { Environment } from '../platform/env';
import { createLogger } from '../platform/logger';
import type { Logger } from '../platform/logger';
import { createMailer, createMailServer } from '../platform/mailer';
import type { Mailer } from '../platform/mailer';
import { createMetrics } from '../platform/metrics';
import type { Metrics } from '../platform/metrics';
import { countJobs, createQueue } from '../platform/queue';
import type { Job, Queue } from '../platform/queue';
import type { SemanticLayer } from '../platform/semantic';
import { createFolderStorage } from '../platform/storage';
import type { Storage } from '../platform/storage';
import type { Context } from '../domain/context';
import { createContextMaker } from './context';
import type { ContextMaker } from './context';
import { allJobs } from './jobs';
import { createSemanticLayer } from './create-semantic-layer';

/** Everything that the web and the worker side of one process share. */
export interface Application {
  env: Environment;
  databaseUrl: string;
  secret: string;
  db: Db;
  sql: Sql;
  log: Logger;
  clock: Clock;
  metrics: Metrics;
  jobs: readonly Job<Context>[];
  queue: Queue;
  mailer: Mailer;
  storage: Storage;
  semantic: SemanticLayer;
  contextFor: ContextMaker;
  /** Ends what this process holds open; the database itself stays. */
  close(): Promise<void>;
}

/** Builds the application on a database that is migrated. */
export function createApplication(
  env: Environment,
  { databaseUrl, secret }: { databaseUrl: string; secret: string },
): Application {
  const log = createLogger(env.logLevel);
  const db = createDb(databaseUrl, { max: env.databasePool });
  // Connects only where an empty database is filled.
  const sql = createSql(databaseUrl, { max: 2 });
  const mailServer =
    env.smtpUrl === undefined ? undefined : createMailServer(env.smtpUrl, env.mailFrom);
  const jobs = allJobs(mailServer);
  const queue = createQueue(jobs);
  const metrics = createMetrics();
  metrics.addGauge('jobs', 'Unfinished jobs by state', () => countJobs(db));
  const semantic = createSemanticLayer({ env, databaseUrl, secret, db, log });
  const parts = {
    env,
    databaseUrl,
    secret,
    db,
    sql,
    log,
    clock: systemClock,
    metrics,
    jobs,
    queue,
    mailer: createMailer(db, { queue, hasServer: mailServer !== undefined, secret }),
    storage: createFolderStorage(join(env.dataDir, 'files')),
    semantic,
  };
  return {
    ...parts,
    contextFor: createContextMaker(parts),
    async close() {
      await semantic.shutdown();
      mailServer?.close();
      await Promise.all([sql.end({ timeout: 5 }), db.destroy()]);
    },
  };
}
