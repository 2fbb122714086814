import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Response } from 'express';

export interface Download {
  fileName: string;
  /** A media type. */
  type: string;
  content: AsyncIterable<string>;
}

/**
 * Sends a file as it is made. Its first piece is waited for before a word is sent, so that what does not exist is told
 * by its status; a failure after that cuts the connection, which no browser takes for a whole file.
 */
export async function sendDownload(
  response: Response,
  { fileName, type, content }: Download,
): Promise<void> {
  const pieces = content[Symbol.asyncIterator]();
  const first = await pieces.next();
  response.attachment(fileName).type(type);
  await pipeline(Readable.from(startingWith(first, pieces)), response);
}

async function* startingWith(
  first: IteratorResult<string>,
  rest: AsyncIterator<string>,
): AsyncGenerator<string> {
  for (let piece = first; !piece.done; piece = await rest.next()) yield piece.value;
}
