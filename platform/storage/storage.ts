import type { Readable } from 'node:stream';

/** Keeps files under keys that it chooses. The folder below DATA_DIR by default; the same shape fits an object store. */
export interface Storage {
  /** Stores a stream to its end. Nothing is stored when the stream fails. Resolves to the key. */
  put(stream: Readable, name: string): Promise<string>;
  /** Opens a file. Throws NotFound when it is not there. */
  get(key: string): Promise<Readable>;
  size(key: string): Promise<number>;
  /** Removes a file; removing it again changes nothing. */
  remove(key: string): Promise<void>;
}
