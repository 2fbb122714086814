import { createHash } from 'node:crypto';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { NotFound } from '../../platform/errors';
import type { EncodingFinding } from '../../universal/intake/encodings';
import type { Context } from '../context';
import { EncodingProbe } from './encoding-probe';
import { FileRefused } from './file-refused';
import { recogniseEncoding } from './recognise-encoding';
import { cutText, storableText } from './storable-text';

const megabyte = 1024 * 1024;

export interface Upload {
  fileKey: string;
  fileName: string;
  fileBytes: number;
  /** Tells whether the same bytes came before. */
  fileHash: string;
  encoding: EncodingFinding;
}

export const tooLarge = (mostBytes: number): FileRefused =>
  new FileRefused('too-large', { megabytes: Math.floor(mostBytes / megabyte) });

/**
 * Stores an uploaded file as it streams, and says how it is written; then does the rest of taking it in. A file that is
 * too large or cannot be read is refused with the reason, and nothing of it is kept.
 */
export async function takeUpload<T>(
  { storage }: Pick<Context, 'storage'>,
  { stream, fileName, mostBytes }: { stream: Readable; fileName: string; mostBytes: number },
  take: (upload: Upload) => Promise<T>,
): Promise<T> {
  const watch = new UploadWatch(mostBytes);
  stream.on('error', (error) => watch.destroy(error));
  const fileKey = await storage.put(stream.pipe(watch), 'import.csv');
  try {
    return await take({
      fileKey,
      fileName: cutText(storableText(fileName.replace(/^.*[\\/]/, '')), 200) || 'import.csv',
      fileBytes: watch.bytes,
      fileHash: watch.hash(),
      encoding: await recogniseEncoding(watch.probe.result(), openFile({ storage }, fileKey)),
    });
  } catch (error) {
    await storage.remove(fileKey);
    throw error;
  }
}

/** Opens a stored file from its beginning, as often as it is called. */
export function openFile(
  { storage }: Pick<Context, 'storage'>,
  fileKey: string,
): () => AsyncGenerator<Uint8Array> {
  return async function* () {
    try {
      yield* (await storage.get(fileKey)) as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw error instanceof NotFound ? new FileRefused('file-missing') : error;
    }
  };
}

/** Counts and examines what flows through; ends the flow at the limit. */
class UploadWatch extends Transform {
  bytes = 0;
  readonly probe = new EncodingProbe();
  readonly #hash = createHash('sha256');
  readonly #limit: number;

  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes > this.#limit) {
      done(tooLarge(this.#limit));
      return;
    }
    this.probe.write(chunk);
    this.#hash.update(chunk);
    done(null, chunk);
  }

  /** Asked once, at the end. */
  hash(): string {
    return this.#hash.digest('hex');
  }
}
