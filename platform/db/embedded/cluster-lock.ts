import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 15_000;

/** The process that serves the cluster is still there, and so is the Tandem that started it. */
export class ClusterInUse extends Error {
  override name = 'ClusterInUse';
}

/**
 * Makes sure that nobody serves this cluster. After a kill of the former Tandem its PostgreSQL may still be
 * on the way out: that is waited for. A lock file left by a crash is removed.
 */
export async function freeCluster(folder: string): Promise<void> {
  const lockFile = join(folder, 'postmaster.pid');
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const server = readPid(lockFile);
    // PostgreSQL deals with the lock file of a dead server itself, and looks for its orphans first.
    if (server === undefined || !isAlive(server)) return;
    if (!isPostgres(server)) {
      rmSync(lockFile, { force: true });
      return;
    }
    const owner = readPid(ownerFile(folder));
    if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
      throw new ClusterInUse(
        `Another Tandem (process ${owner}) uses the data in ${folder}. Stop it, or choose another DATA_DIR and PORT.`,
      );
    }
    if (Date.now() > deadline) process.kill(server, 'SIGQUIT');
    await sleep(100);
  }
}

/** Remembers which process started the server of this cluster. */
export function recordOwner(folder: string): void {
  writeFileSync(ownerFile(folder), `${process.pid}\n`);
}

/** PostgreSQL writes "ready" into its lock file when it accepts connections. */
export function isReady(folder: string, server: number | undefined): boolean {
  const lockFile = join(folder, 'postmaster.pid');
  if (!existsSync(lockFile)) return false;
  const lines = readFileSync(lockFile, 'utf8').split('\n');
  return Number(lines[0]) === server && lines[7]?.trim() === 'ready';
}

function ownerFile(folder: string): string {
  return `${folder}.owner`;
}

function readPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isNaN(pid) ? undefined : pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A process id can have gone to another program since the crash, above all in a container. */
function isPostgres(pid: number): boolean {
  if (process.platform === 'win32') return true;
  try {
    const commandLine = existsSync('/proc/self/cmdline')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-p', String(pid), '-o', 'command=']).toString();
    return commandLine.includes('postgres');
  } catch {
    return false;
  }
}
