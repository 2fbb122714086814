/**
 * Cube names the versions of a roll-up by the second they were built in and reads the newest: two versions of the same
 * second could not be told apart.
 */
export const APART_MS = 1_000;
/** Time alone changes what must be built: a new month needs a new partition. */
const UNCONDITIONAL_MS = 600_000;

/**
 * While facts come in without end, a refresh may take a fifth of the time: people who answer come before the numbers
 * about them. The longest wait keeps new facts visible well within a minute.
 */
const REST_PER_WORK = 4;
const LONGEST_REST_MS = 8_000;

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface RollupRefreshOptions {
  /** Returns the token of the changes that it took in. */
  refresh: () => Promise<string>;
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
  let lastRefreshMs = 0;
  let seenToken: string | undefined;

  async function refresh(): Promise<void> {
    await pause(Math.max(0, lastRefreshAt + APART_MS - Date.now()));
    const begunAt = Date.now();
    try {
      seenToken = await options.refresh();
    } finally {
      lastRefreshAt = Date.now();
      lastRefreshMs = lastRefreshAt - begunAt;
    }
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
    const rest = Math.min(lastRefreshMs * REST_PER_WORK, LONGEST_REST_MS);
    timer = setTimeout(
      () => {
        lookForChanges().catch(options.onError).finally(schedule);
      },
      Math.max(options.seconds * 1000, rest),
    ).unref();
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
