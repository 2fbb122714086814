import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { startPostgres } from '../../platform/db';
import { placeCluster } from '../../platform/db/embedded/place-cluster';
import { postgresEnvironment } from '../../platform/db/embedded/postgres-process';
import { letPass } from '../../platform/db/embedded/run-as';
import { fillWithDemo } from '../harness/demo-folder.mjs';

const run = promisify(execFile);

/** A PostgreSQL with the demo organisation that an operator runs and restarts; the product only knows its address. */
export class OwnPostgres {
  private readonly dir = mkdtempSync(join(tmpdir(), 'tandem-own-postgres-'));
  private port = 0;
  url = '';

  async start(): Promise<void> {
    letPass(this.dir);
    await fillWithDemo(this.dir);
    const first = await startPostgres({ dir: this.dir });
    await first.stop();
    this.url = first.url;
    this.port = Number(new URL(first.url).port);
    await this.control('start');
  }

  /** As an operator does it: `fast` cuts connections and shuts down in order, `immediate` is as good as a crash. */
  restart(mode: 'fast' | 'immediate'): Promise<void> {
    return this.control('restart', '-m', mode);
  }

  /** Ends the postmaster as the out-of-memory killer would, and starts it again as a service manager would. */
  async kill(): Promise<void> {
    await killPostmaster(join(this.dir, 'postgres'));
    for (;;) {
      // What the dead server's processes still hold keeps the next one from starting for a moment.
      const isUp = await this.control('start').then(
        () => true,
        () => false,
      );
      if (isUp) return;
    }
  }

  async remove(): Promise<void> {
    await this.control('stop', '-m', 'immediate');
    rmSync(this.dir, { recursive: true, force: true });
  }

  private async control(...command: string[]): Promise<void> {
    const place = placeCluster(join(this.dir, 'postgres'));
    const settings = `-c port=${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
    await run(
      place.programs.pgCtl,
      ['-D', place.folder, '-o', settings, '-l', join(place.folder, 'log'), '-w', ...command],
      {
        cwd: place.folder,
        env: postgresEnvironment(place),
        ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
      },
    );
  }
}

/** The process of the server of this cluster. */
function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/**
 * Ends a postmaster as the out-of-memory killer would. An answer that was under way at the last outage may be confirmed
 * before the database is back to be killed again: then this waits for it.
 */
export async function killPostmaster(folder: string): Promise<void> {
  await vi.waitFor(() => void process.kill(postmasterOf(folder), 'SIGKILL'), { timeout: 30_000 });
}
