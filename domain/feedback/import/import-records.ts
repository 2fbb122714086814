import { NotFound } from '../../../platform/errors';
import type { Context } from '../../context';
import { type CsvRecord, FileRefused, tableRows } from '../../intake';
import type { FeedbackImport } from './feedback-import';

type ImportFile = Pick<FeedbackImport, 'fileKey' | 'encoding' | 'delimiter' | 'columns'>;

/** The rows of an uploaded file without its header; `bytes` tells how much of the file was taken in so far. */
export class ImportRecords {
  bytes = 0;
  readonly #ctx: Pick<Context, 'storage'>;
  readonly #file: ImportFile;

  constructor(ctx: Pick<Context, 'storage'>, file: ImportFile) {
    this.#ctx = ctx;
    this.#file = file;
  }

  async *rows(): AsyncGenerator<CsvRecord> {
    yield* tableRows(this.#counted(await this.#open(this.#file.fileKey)), this.#file);
  }

  async #open(fileKey: string | null): Promise<AsyncIterable<Uint8Array>> {
    if (fileKey === null) throw new FileRefused('file-missing');
    try {
      return await this.#ctx.storage.get(fileKey);
    } catch (error) {
      if (error instanceof NotFound) throw new FileRefused('file-missing');
      throw error;
    }
  }

  async *#counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.bytes += chunk.length;
      yield chunk;
    }
  }
}
