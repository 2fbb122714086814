import { NotFound } from '../../../platform/errors';
import type { Context } from '../../context';
import { type CsvRecord, readCsv } from './csv-reader';
import type { FeedbackImport } from './feedback-import';
import { ImportRefused } from './import-refused';

/** The rows of an uploaded file without its header; `bytes` tells how much of the file was taken in so far. */
export class ImportRecords {
  bytes = 0;
  readonly #ctx: Pick<Context, 'storage'>;
  readonly #import: Pick<FeedbackImport, 'fileKey' | 'encoding' | 'delimiter'>;

  constructor(
    ctx: Pick<Context, 'storage'>,
    file: Pick<FeedbackImport, 'fileKey' | 'encoding' | 'delimiter'>,
  ) {
    this.#ctx = ctx;
    this.#import = file;
  }

  async *rows(): AsyncGenerator<CsvRecord> {
    const { fileKey, encoding, delimiter } = this.#import;
    let isHeader = true;
    for await (const record of readCsv(this.#counted(await this.#open(fileKey)), {
      encoding,
      delimiter,
    })) {
      if (!isHeader) yield record;
      isHeader = false;
    }
  }

  async #open(fileKey: string | null): Promise<AsyncIterable<Uint8Array>> {
    if (fileKey === null) throw new ImportRefused('file-missing');
    try {
      return await this.#ctx.storage.get(fileKey);
    } catch (error) {
      if (error instanceof NotFound) throw new ImportRefused('file-missing');
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
