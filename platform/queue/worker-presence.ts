import type { Client, ClientBase } from 'pg';
import type { Logger } from '../logger';

/** First key of the advisory locks that say which workers live. */
const lockClass = 7_403_226;
const lookAgainMs = 60_000;

export interface WorkerPresence {
  announce(workerId: string): void;
  /** Gives back the jobs of workers that died with their process. */
  releaseJobsOfTheDead(): Promise<number>;
  leave(): Promise<void>;
}

/**
 * Says through advisory locks which workers live. The locks vanish with the process, so that a killed
 * worker's jobs can start again at once instead of after the library's four hours.
 */
export async function joinWorkers(
  connect: () => Promise<Client>,
  log: Logger,
): Promise<WorkerPresence> {
  const announced = new Set<string>();
  let connection: Client | undefined = await open();
  let left = false;

  async function open(): Promise<Client> {
    const client = await connect();
    client.on('error', (error: Error) => {
      if (left) return;
      log.warn({ err: error }, 'The connection that says which workers live was lost');
      connection = undefined;
    });
    for (const workerId of announced) await lock(client, workerId);
    return client;
  }

  async function current(): Promise<Client> {
    connection ??= await open();
    return connection;
  }

  async function releaseJobsOfTheDead(): Promise<number> {
    const client = await current();
    const { rows } = await client.query<{ workers: string[] | null }>(
      `select array_agg(worker) as workers from (
         select distinct locked_by as worker from graphile_worker.jobs where locked_by is not null
       ) w where not exists (
         select from pg_locks l where l.locktype = 'advisory' and l.classid = $1::int::oid
           and l.database = (select oid from pg_database where datname = current_database())
           and l.objid = hashtext(worker)::bit(32)::bigint::oid
       )`,
      [lockClass],
    );
    const dead = rows[0]?.workers ?? [];
    if (dead.length === 0) return 0;
    await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    log.info({ workers: dead.length }, 'Jobs of workers that ended without notice start again');
    return dead.length;
  }

  const timer = setInterval(() => {
    releaseJobsOfTheDead().catch((error: unknown) => {
      if (!left) log.warn({ err: error }, 'Could not look for jobs of dead workers');
    });
  }, lookAgainMs);
  timer.unref();

  return {
    announce(workerId) {
      announced.add(workerId);
      current()
        .then((client) => lock(client, workerId))
        .catch((error: unknown) => log.warn({ err: error }, 'Could not announce a worker'));
    },
    releaseJobsOfTheDead,
    async leave() {
      left = true;
      clearInterval(timer);
      await connection?.end();
    },
  };
}

async function lock(client: ClientBase, workerId: string): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [lockClass, workerId]);
}
