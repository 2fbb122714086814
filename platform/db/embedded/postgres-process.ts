import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isReady } from './cluster-lock';
import type { ClusterPlace } from './place-cluster';

const startPatienceMs = 60_000;
const stopPatienceMs = 20_000;

/**
 * Ends PostgreSQL when this process ends in a way that runs no code of ours: the pipe to the guard closes,
 * then the guard asks PostgreSQL to stop, and after ten seconds makes it. It waits no longer than that: where nobody
 * collects ended processes, PostgreSQL stays in the list of processes for ever. A throwaway cluster is removed too.
 */
const guardScript = `
read -r _
kill -INT "$1" 2>/dev/null
n=0
while kill -0 "$1" 2>/dev/null; do
  n=$((n+1)); [ $n -eq 100 ] && kill -QUIT "$1" 2>/dev/null; [ $n -ge 150 ] && break
  sleep 0.1
done
[ -n "$2" ] && rm -rf -- "$2" "$2.log"
exit 0`;

export interface PostgresProcess {
  stop(): Promise<void>;
}

/** A server that was started once; `ended` resolves when it is gone, for whatever reason. */
export interface ServedPostgres extends PostgresProcess {
  ended: Promise<void>;
}

export interface ServeOptions {
  place: ClusterPlace;
  port: number;
  durable: boolean;
  logFile: string;
  /** Keeps what an earlier server wrote into the log. */
  appendsLog?: boolean;
}

/** Starts the server and resolves when it accepts connections. */
export async function servePostgres(options: ServeOptions): Promise<ServedPostgres> {
  const { place, logFile } = options;
  const log = openSync(logFile, options.appendsLog ? 'a' : 'w', 0o600);
  const server = spawn(place.programs.postgres, serverArguments(options), {
    cwd: place.folder,
    // Its own process group: Ctrl-C reaches us only, and we stop it after everything that uses it.
    detached: true,
    stdio: ['ignore', log, log],
    env: postgresEnvironment(place),
    ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
  });
  closeSync(log);
  const failed = new Promise<never>((_, reject) => server.once('error', reject));
  failed.catch(() => undefined);
  const guard = startGuard(server, options.durable ? '' : place.folder);
  try {
    await Promise.race([waitUntilReady(server, options), failed]);
  } catch (error) {
    guard?.kill('SIGKILL');
    server.kill('SIGQUIT');
    throw error;
  }
  server.unref();
  const ended = new Promise<void>((resolve) => {
    if (hasEnded(server)) resolve();
    server.once('exit', () => resolve());
  });
  void ended.then(() => guard?.kill('SIGKILL'));
  return {
    ended,
    async stop() {
      await stopServer(server, place);
      guard?.kill('SIGKILL');
    },
  };
}

export function postgresEnvironment(place: ClusterPlace): NodeJS.ProcessEnv {
  return minimalEnvironment({ TZ: 'UTC', LC_ALL: 'C', ...place.programs.environment });
}

/** Our own environment holds secrets that these programs have no need of. */
function minimalEnvironment(added: Record<string, string>): NodeJS.ProcessEnv {
  const path = process.env['PATH'];
  return Object.assign(
    {} as NodeJS.ProcessEnv,
    path === undefined ? {} : { PATH: path },
    shiftedClock(),
    added,
  );
}

/** Where faketime shifts our clock, PostgreSQL must believe in the same day. */
function shiftedClock(): Record<string, string> {
  const { FAKETIME: shift, LD_PRELOAD: library } = process.env;
  if (shift === undefined || library === undefined) return {};
  const settings = Object.entries(process.env).filter(([name]) => name.startsWith('FAKETIME'));
  return { LD_PRELOAD: library, ...Object.fromEntries(settings) };
}

function serverArguments({ place, port, durable }: ServeOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_preload_libraries: 'pg_stat_statements',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A failing statement can carry what a person typed.
    log_min_error_statement: 'panic',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', place.folder, ...flags];
}

function startGuard(server: ChildProcess, folderToRemove: string): ChildProcess | undefined {
  if (process.platform === 'win32' || server.pid === undefined) return undefined;
  const guard = spawn(
    'sh',
    ['-c', guardScript, 'tandem-guard', String(server.pid), folderToRemove],
    {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: minimalEnvironment({}),
    },
  );
  guard.stdin.on('error', () => undefined);
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return guard;
}

async function waitUntilReady(server: ChildProcess, options: ServeOptions): Promise<void> {
  const deadline = Date.now() + startPatienceMs;
  while (!isReady(options.place.folder, server.pid)) {
    if (hasEnded(server) || Date.now() > deadline) {
      const lastLines = readFileSync(options.logFile, 'utf8')
        .trim()
        .split('\n')
        .slice(-8)
        .join('\n');
      throw new Error(`PostgreSQL did not start:\n${lastLines}`);
    }
    await sleep(20);
  }
}

async function stopServer(server: ChildProcess, place: ClusterPlace): Promise<void> {
  if (hasEnded(server)) return;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.ref();
  if (process.platform === 'win32') {
    spawn(place.programs.pgCtl, ['stop', '-D', place.folder, '-m', 'fast'], { stdio: 'ignore' });
  } else {
    server.kill('SIGINT');
  }
  const lateEnd = setTimeout(() => server.kill('SIGQUIT'), stopPatienceMs);
  await ended;
  clearTimeout(lateEnd);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
