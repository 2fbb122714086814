import { setTimeout as sleep } from 'node:timers/promises';
import { type PostgresProcess, type ServedPostgres, servePostgres } from './postgres-process';
import type { ServeOptions } from './postgres-process';

/** What is said about a server that ended although nobody stopped it. */
export interface OutageReports {
  ended(): void;
  /** Once an outage, with the reason of the first start that failed. */
  notStarted(error: unknown): void;
  back(facts: { milliseconds: number }): void;
}

const firstPauseMs = 50;
const longestPauseMs = 1_000;

/**
 * Serves a cluster for as long as this process wants it: a server that ends by itself (a kill, a crash, out of memory) is
 * started again on the same port, again and again until it is up. What was committed is there again.
 */
export async function keepPostgres(
  options: ServeOptions,
  reports: OutageReports,
): Promise<PostgresProcess> {
  let isWanted = true;
  let revival: Promise<void> = Promise.resolve();
  let server = watched(await servePostgres(options));

  function watched(served: ServedPostgres): ServedPostgres {
    void served.ended.then(() => {
      if (isWanted) revival = revive();
    });
    return served;
  }

  async function revive(): Promise<void> {
    const endedAt = performance.now();
    reports.ended();
    for (let attempt = 0; isWanted; attempt++) {
      try {
        server = watched(await servePostgres({ ...options, appendsLog: true }));
        reports.back({ milliseconds: Math.round(performance.now() - endedAt) });
        return;
      } catch (error) {
        // Processes of the server before may still hold its memory for a moment: only what lasts is worth a word.
        if (attempt === 3) reports.notStarted(error);
        await sleep(Math.min(firstPauseMs * 2 ** attempt, longestPauseMs));
      }
    }
  }

  return {
    async stop() {
      isWanted = false;
      await revival;
      await server.stop();
    },
  };
}
