import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '../errors';
import { createFolderStorage } from './index';
import type { Storage } from './index';

describe('the folder storage', () => {
  let folder = '';
  let storage: Storage;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-storage-'));
    storage = createFolderStorage(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives back what was put in, and its size', async () => {
    const key = await storage.put(Readable.from(['one,', 'two']), 'comments.CSV');
    expect(key).toMatch(/\.csv$/);
    expect(await text(await storage.get(key))).toBe('one,two');
    expect(await storage.size(key)).toBe(7);
  });

  it('stores nothing when the stream breaks', async () => {
    const broken = Readable.from(
      (async function* () {
        yield 'half';
        await Promise.resolve();
        throw new Error('the connection was lost');
      })(),
    );
    const before = (await readdir(folder, { recursive: true })).length;
    await expect(storage.put(broken, 'half.csv')).rejects.toThrow('the connection was lost');
    expect(await readdir(folder, { recursive: true })).toHaveLength(before);
  });

  it('never lets a name or a key lead out of its folder', async () => {
    const key = await storage.put(Readable.from(['x']), '../../etc/passwd');
    expect(key).toMatch(/^\d{4}-\d{2}\/[0-9a-f-]{36}$/);
    await expect(storage.get('../../../etc/passwd')).rejects.toThrow(NotFound);
  });

  it('finds nothing after removal, and forgives a second removal', async () => {
    const key = await storage.put(Readable.from(['x']), 'x');
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.get(key)).rejects.toThrow(NotFound);
  });
});
