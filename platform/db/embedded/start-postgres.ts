import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { z } from 'zod';
import { freeCluster, recordOwner } from './cluster-lock';
import { findFreePort } from './free-port';
import { keepPostgres, type OutageReports } from './keep-postgres';
import { placeCluster } from './place-cluster';
import type { ClusterPlace } from './place-cluster';
import { postgresEnvironment, servePostgres } from './postgres-process';
import { ensureProductRole, productPassword, productRole } from './product-role';
import { handOver, letPass } from './run-as';

const superuser = 'tandem';
const databaseName = 'tandem';
const remembered = z.object({ port: z.number().optional(), password: z.string().optional() });

export interface EmbeddedPostgres {
  /** The address of the database `tandem`, as its owner, who is no superuser. */
  url: string;
  /** The address of any database of the cluster, as its superuser. */
  urlOf(database: string): string;
  /** The folder that really holds the data. */
  folder: string;
  /** True when this start made the cluster. */
  created: boolean;
  stop(): Promise<void>;
}

const nothing = () => undefined;
const silent: OutageReports = { ended: nothing, notStarted: nothing, back: nothing };

/**
 * Starts PostgreSQL on the data kept in a folder, which is made when missing, and starts it again whenever it ends by
 * itself.
 */
export async function startPostgres({
  dir,
  reports = silent,
}: {
  dir: string;
  reports?: OutageReports;
}): Promise<EmbeddedPostgres> {
  mkdirSync(dir, { recursive: true });
  letPass(dir);
  const place = placeCluster(join(dir, 'postgres'));
  await freeCluster(place.folder);
  const memoryFile = join(dir, 'postgres.json');
  // Who removes the data folder begins anew, also when the cluster had to stand elsewhere.
  if (place.moved && !existsSync(memoryFile)) setAside(place);
  const memory = existsSync(memoryFile)
    ? remembered.parse(JSON.parse(readFileSync(memoryFile, 'utf8')))
    : {};
  const password = memory.password ?? randomBytes(24).toString('base64url');
  // Kept before the cluster exists, so that a crash in between cannot lock us out.
  const remember = (port?: number) =>
    writeFileSync(memoryFile, JSON.stringify({ port, password }), { mode: 0o600 });
  remember(memory.port);
  const created = await createClusterWhenMissing(place, password);
  const { port, server } = await serveOnFreePort(place, {
    preferred: memory.port,
    logFile: join(dir, 'postgres.log'),
    reports,
  });
  remember(port);
  return connectionTo(place, { port, password, created, stop: () => server.stop() });
}

/** Starts a fast PostgreSQL without durability in a folder of its own, which disappears with it. For tests and tools. */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  const parent = mkdtempSync(join(tmpdir(), 'tandem-postgres-'));
  const logFile = `${parent}.log`;
  const place = placeCluster(parent);
  await createClusterWhenMissing(place, undefined);
  const port = await findFreePort(undefined);
  const server = await servePostgres({ place, port, durable: false, logFile });
  const stop = async () => {
    await server.stop();
    for (const path of [place.folder, parent, logFile])
      rmSync(path, { recursive: true, force: true });
  };
  return connectionTo(place, { port, password: undefined, created: true, stop });
}

async function serveOnFreePort(
  place: ClusterPlace,
  {
    preferred,
    logFile,
    reports,
  }: { preferred: number | undefined; logFile: string; reports: OutageReports },
) {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort(attempt === 1 ? preferred : undefined);
    try {
      recordOwner(place.folder);
      const server = await keepPostgres({ place, port, durable: true, logFile }, reports);
      return { port, server };
    } catch (error) {
      // Someone can take the port between the look and the start.
      const portTaken = error instanceof Error && error.message.includes('Address already in use');
      if (!portTaken || attempt === 5) throw error;
    }
  }
}

async function connectionTo(
  place: ClusterPlace,
  server: { port: number; password: string | undefined; created: boolean; stop(): Promise<void> },
): Promise<EmbeddedPostgres> {
  const credentials = server.password ? `${superuser}:${server.password}` : superuser;
  const urlOf = (database: string) =>
    `postgres://${credentials}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`;
  const ownPassword = server.password && productPassword(server.password);
  const own = new URL(urlOf(databaseName));
  own.username = productRole;
  own.password = ownPassword ?? '';
  try {
    await createDatabaseWhenMissing(urlOf('postgres'));
    await ensureProductRole(urlOf(databaseName), { password: ownPassword });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: own.href,
    urlOf,
    folder: place.folder,
    created: server.created,
    stop: server.stop,
  };
}

async function createDatabaseWhenMissing(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (!found) await sql`create database ${sql(databaseName)}`;
  } finally {
    await sql.end();
  }
}

/** Resolves to true when the cluster had to be made. It appears whole or, after a crash, not at all. */
async function createClusterWhenMissing(
  place: ClusterPlace,
  password: string | undefined,
): Promise<boolean> {
  if (existsSync(join(place.folder, 'PG_VERSION'))) {
    assertSameVersion(place);
    return false;
  }
  const unfinished = { ...place, folder: `${place.folder}.new` };
  const passwordFile = `${place.folder}.password`;
  rmSync(unfinished.folder, { recursive: true, force: true });
  mkdirSync(unfinished.folder, { recursive: true, mode: 0o700 });
  handOver(unfinished.folder, place.account);
  const authentication = password
    ? ['-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
    : ['-A', 'trust', '--no-sync'];
  try {
    if (password) {
      writeFileSync(passwordFile, password, { mode: 0o600 });
      handOver(passwordFile, place.account);
    }
    await runInitdb(unfinished, authentication);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  if (existsSync(place.folder)) rmdirSync(place.folder);
  renameSync(unfinished.folder, place.folder);
  return true;
}

function setAside(place: ClusterPlace): void {
  if (!existsSync(join(place.folder, 'PG_VERSION'))) return;
  renameSync(place.folder, `${place.folder}.former-${Date.now()}`);
}

function assertSameVersion(place: ClusterPlace): void {
  const kept = readFileSync(join(place.folder, 'PG_VERSION'), 'utf8').trim();
  const ours = place.programs.version.split('.')[0];
  if (kept !== ours) {
    throw new Error(
      `The data in ${place.folder} was written by PostgreSQL ${kept}, this version of Tandem brings PostgreSQL ${ours}. ` +
        'Move the data with pg_dump, or use another DATA_DIR.',
    );
  }
}

async function runInitdb(place: ClusterPlace, authentication: string[]): Promise<void> {
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const initdb = spawn(
    place.programs.initdb,
    ['-D', place.folder, '-U', superuser, '-E', 'UTF8', ...locale, ...authentication],
    {
      cwd: place.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: postgresEnvironment(place),
      ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
    },
  );
  const output: string[] = [];
  for (const stream of [initdb.stdout, initdb.stderr]) {
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    initdb.once('error', reject);
    initdb.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(
      `The database could not be created in ${place.folder}:\n${output.join('').slice(-2000)}`,
    );
  }
}
