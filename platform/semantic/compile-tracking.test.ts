import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, it } from 'vitest';
import { closingCompilerStorage } from './compile-tracking';

/** What a storage knows once a compilation that used it is over. */
async function knownAfterCompiling(store: unknown): Promise<unknown> {
  const storage = new AsyncLocalStorage<unknown>();
  let over = (): void => undefined;
  const end = new Promise<void>((resolve) => (over = resolve));
  let known: Promise<unknown> | undefined;
  await closingCompilerStorage(async () => {
    known = storage.run(store, async () => {
      await end;
      return storage.getStore();
    });
    await Promise.resolve();
  });
  over();
  return known;
}

describe('compiling models', () => {
  it('leaves no storage of the compiler open', async () => {
    expect(await knownAfterCompiling({ fileName: 'feedback.yml', content: '' })).toBeUndefined();
  });

  it('leaves the storage of anybody else alone', async () => {
    expect(await knownAfterCompiling({ requestId: 'r1' })).toEqual({ requestId: 'r1' });
  });

  it('leaves nothing behind after several at once, of which one fails', async () => {
    const { run } = AsyncLocalStorage.prototype;
    const failing = closingCompilerStorage(() => Promise.reject(new Error('a broken model')));
    const others = [1, 2].map((n) => closingCompilerStorage(() => Promise.resolve(n)));
    await expect(failing).rejects.toThrow('a broken model');
    expect(await Promise.all(others)).toEqual([1, 2]);
    expect(AsyncLocalStorage.prototype.run).toBe(run);
  });
});
