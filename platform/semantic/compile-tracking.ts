import { AsyncLocalStorage } from 'node:async_hooks';

let running: Promise<unknown> = Promise.resolve();

/**
 * Compiles models, one compilation at a time, and closes the storage that Cube's compiler leaves open: for as long as
 * any storage is open, Node tracks every promise of the process, and every request of the portal costs more.
 */
export function closingCompilerStorage<R>(compile: () => Promise<R>): Promise<R> {
  const compiled = running.then(() => watched(compile));
  running = compiled.catch(() => undefined);
  return compiled;
}

async function watched<R>(compile: () => Promise<R>): Promise<R> {
  const opened = new Set<AsyncLocalStorage<unknown>>();
  const prototype = AsyncLocalStorage.prototype as { run: (...run: unknown[]) => unknown };
  const { run } = prototype;
  prototype.run = function (this: AsyncLocalStorage<unknown>, ...[store, ...rest]: unknown[]) {
    if (isModelFile(store)) opened.add(this);
    return run.call(this, store, ...rest);
  };
  try {
    return await compile();
  } finally {
    prototype.run = run;
    for (const storage of opened) storage.disable();
  }
}

/** What Cube's compiler stores is the file that it reads; other storages are somebody else's. */
function isModelFile(store: unknown): boolean {
  return typeof store === 'object' && store !== null && 'fileName' in store && 'content' in store;
}
