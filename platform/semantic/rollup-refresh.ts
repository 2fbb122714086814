/**
 * Cube believes a partition's refresh key for this long (`every` in the models). A refresh that starts sooner after the
 * last one may not see the newest facts.
 */
const KEY_LIFETIME_MS = 2_100;
/** Time alone changes what must be built: a new month needs a new partition. */
const UNCONDITIONAL_MS = 600_000;

export interface RollupRefreshOptions {
  build: () => Promise<void>;
  changeToken: () => Promise<string>;
  seconds: number;
  onError: (error: unknown) => void;
}

export interface RollupRefresh {
  /** Builds once and then goes on looking for changes. */
  start(): Promise<void>;
  /** Resolves when every fact committed before the call is in the roll-ups. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Keeps roll-ups up to date: looks for changes every few seconds, builds one refresh at a time. */
export function createRollupRefresh(options: RollupRefreshOptions): RollupRefresh {
  let running: Promise<void> = Promise.resolve();
  let started: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let lastBuildAt = -Infinity;
  let builtToken: string | undefined;

  async function build(): Promise<void> {
    await pause(Math.max(0, lastBuildAt + KEY_LIFETIME_MS - Date.now()));
    const token = await options.changeToken();
    try {
      await options.build();
    } finally {
      lastBuildAt = Date.now();
    }
    builtToken = token;
  }

  function now(): Promise<void> {
    const next = running.catch(() => undefined).then(build);
    running = next;
    return next;
  }

  async function lookForChanges(): Promise<void> {
    const isDue = Date.now() - lastBuildAt > UNCONDITIONAL_MS;
    if (isDue || (await options.changeToken()) !== builtToken) await now();
  }

  function schedule(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      lookForChanges().catch(options.onError).finally(schedule);
    }, options.seconds * 1000).unref();
  }

  return {
    start() {
      started ??= now().finally(schedule);
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
