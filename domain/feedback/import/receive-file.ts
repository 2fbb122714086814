import { createHash } from 'node:crypto';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { newId } from '../../../platform/ids';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { audited } from '../../privacy';
import { EncodingProbe } from './encoding';
import { ImportRefused } from './import-refused';
import { insertImport } from './import-store';
import { type FileInspection, inspectFile } from './inspect-file';

const megabyte = 1024 * 1024;

/** Refuses who may not upload, and a file by what its sender says of its size, before a byte of it is taken in. */
export function assertUploadAllowed(ctx: Context, bytes: number | undefined): void {
  authorise(ctx.viewer, 'create', 'FeedbackImport');
  if (bytes !== undefined && bytes > ctx.config.maxUploadBytes) throw tooLarge(ctx);
}

const tooLarge = (ctx: Context) =>
  new ImportRefused('too-large', { megabytes: Math.floor(ctx.config.maxUploadBytes / megabyte) });

/**
 * Takes an uploaded file in, as it streams, and looks at how it is written. Resolves to the import's id. A file that is
 * too large or cannot be read is refused with the reason, and nothing of it is kept.
 */
export async function receiveFile(
  ctx: Context,
  { stream, fileName }: { stream: Readable; fileName: string },
): Promise<string> {
  authorise(ctx.viewer, 'create', 'FeedbackImport');
  const watch = new UploadWatch(() => tooLarge(ctx), ctx.config.maxUploadBytes);
  stream.on('error', (error) => watch.destroy(error));
  const fileKey = await ctx.storage.put(stream.pipe(watch), 'import.csv');
  try {
    const encoding = watch.probe.result();
    if (!encoding.ok) throw new ImportRefused(encoding.reason, { line: encoding.line });
    const inspection = await inspectFile(() => opened(ctx, fileKey), encoding.encoding);
    return await recordUpload(ctx, {
      fileName,
      fileKey,
      fileBytes: watch.bytes,
      fileHash: watch.hash(),
      inspection,
    });
  } catch (error) {
    await ctx.storage.remove(fileKey);
    throw error;
  }
}

async function* opened(ctx: Context, fileKey: string): AsyncGenerator<Uint8Array> {
  yield* (await ctx.storage.get(fileKey)) as AsyncIterable<Uint8Array>;
}

const recordUpload = audited(
  'feedback_import.upload',
  async (
    ctx: Context,
    upload: {
      fileName: string;
      fileKey: string;
      fileBytes: number;
      fileHash: string;
      inspection: FileInspection;
    },
  ): Promise<string> => {
    const importId = newId();
    const userAccountId = ctx.viewer.kind === 'signed-in' ? ctx.viewer.userAccountId : null;
    const fileName = upload.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || 'import.csv';
    await insertImport(ctx.db, {
      ...upload,
      fileName,
      importId,
      userAccountId,
      createdAt: ctx.clock.now(),
    });
    return importId;
  },
  ({ fileBytes }, importId) => ({
    subjectType: 'FeedbackImport',
    subjectId: importId,
    details: { fileBytes },
  }),
);

/** Counts and examines what flows through; ends the flow at the limit. */
class UploadWatch extends Transform {
  bytes = 0;
  readonly probe = new EncodingProbe();
  readonly #hash = createHash('sha256');
  readonly #refuse: () => Error;
  readonly #limit: number;

  constructor(refuse: () => Error, limit: number) {
    super();
    this.#refuse = refuse;
    this.#limit = limit;
  }

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes > this.#limit) {
      done(this.#refuse());
      return;
    }
    this.probe.write(chunk);
    this.#hash.update(chunk);
    done(null, chunk);
  }

  /** Tells whether the same bytes came before. Asked once, at the end. */
  hash(): string {
    return this.#hash.digest('hex');
  }
}
