/**
 * Cube names the versions of a roll-up by the second they were built in and reads the newest: two versions of the same
 * second could not be told apart.
 */
const APART_MS = 1_000;
/** Time alone changes what must be built: a new month needs a new partition. */
const UNCONDITIONAL_MS = 600_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface RollupRefreshOptions {
  refresh: () => Promise<void>;
  changeToken: () => Promise<string>;
  seconds: number;
  onError: (error: unknown) => void;
}

export interface RollupRefresh {
  /** Refreshes once and then goes on looking for changes. */
  start(): Promise<void>;
  /** Resolves when every fact committed before the call is in the roll-ups. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

/** Keeps roll-ups up to date: looks for changes every few seconds, one refresh at a time. */
export function createRollupRefresh(options: RollupRefreshOptions): RollupRefresh {
  let running: Promise<void> = Promise.resolve();
  let started: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let lastRefreshAt = -Infinity;
  let seenToken: string | undefined;

  async function refresh(): Promise<void> {
    await pause(Math.max(0, lastRefreshAt + APART_MS - Date.now()));
    const token = await options.changeToken();
    try {
      await options.refresh();
    } finally {
      lastRefreshAt = Date.now();
    }
    seenToken = token;
  }

  function now(): Promise<void> {
    const next = running.catch(() => undefined).then(refresh);
    running = next;
    return next;
  }

  async function lookForChanges(): Promise<void> {
    const isDue = Date.now() - lastRefreshAt > UNCONDITIONAL_MS;
    if (isDue || (await options.changeToken()) !== seenToken) await now();
  }

  function schedule(): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      lookForChanges().catch(options.onError).finally(schedule);
    }, options.seconds * 1000).unref();
  }

  return {
    start() {
      if (!started) {
        started = now().finally(schedule);
        started.catch(() => (started = undefined));
      }
      return started;
    },
    now,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running.catch(() => undefined);
    },
  };
}
