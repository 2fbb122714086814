import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NotFound } from '../errors';
import { randomId } from '../ids';
import type { Storage } from './storage';

const keyPattern = /^\d{4}-\d{2}\/[0-9a-f-]{36}(\.[a-z0-9]{1,8})?$/;

/** Keeps files in a folder of this machine. */
export function createFolderStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    if (!keyPattern.test(key)) throw new NotFound();
    return join(folder, key);
  };
  return {
    async put(stream, name) {
      const key = newKey(name);
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const unfinished = `${path}.part`;
      try {
        await pipeline(stream, createWriteStream(unfinished, { mode: 0o600 }));
        await flush(unfinished);
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      return key;
    },
    async get(key) {
      await sizeOf(pathOf(key));
      return createReadStream(pathOf(key));
    },
    size: (key) => sizeOf(pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

/** The name that a person gave never becomes a path; only a plain ending survives. */
function newKey(name: string): string {
  const ending = extname(name).toLowerCase();
  const month = new Date().toISOString().slice(0, 7);
  return `${month}/${randomId()}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ''}`;
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent) throw new NotFound();
    throw error;
  }
}
