import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { type Request, type Response, Router } from 'express';
import type { Context } from '../domain/context';
import { assertUploadAllowed, receiveFile } from '../domain/feedback';
import { FileRefused } from '../domain/intake';
import { leadTo } from './lead-to';
import type { RouteTools } from './routes';

const drainMs = 30_000;

/** Takes files in as they stream: a file of a gigabyte has no place in a query, nor in memory. */
export function uploadRoutes({ contextOf }: RouteTools): Router {
  const router = Router();
  router.post('/uploads/feedback', (request, response, next) => {
    contextOf(request, response)
      .then((ctx) => takeFile(ctx, request))
      .then((importId) => answer(request, response, 201, { importId }, `/imports/${importId}`))
      .catch((error: unknown) => {
        letSenderFinish(request);
        if (error instanceof FileRefused) refuse(request, response, error);
        else next(error);
      });
  });
  return router;
}

async function takeFile(ctx: Context, request: Request): Promise<string> {
  const length = Number(request.headers['content-length']);
  assertUploadAllowed(ctx, Number.isFinite(length) ? length : undefined);
  const { stream, fileName } = await firstFile(request);
  return receiveFile(ctx, { stream, fileName });
}

/** The file of the form, as soon as its part begins. */
export function firstFile(
  request: IncomingMessage,
): Promise<{ stream: Readable; fileName: string }> {
  return new Promise((resolve, reject) => {
    const nothing = () => reject(new FileRefused('not-a-form'));
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: { files: 1, fields: 20, fieldSize: 10_240, parts: 25, headerPairs: 20 },
      });
    } catch {
      nothing();
      return;
    }
    parser.once('file', (_field, stream, { filename }) => {
      if (!filename) {
        stream.resume();
        nothing();
        return;
      }
      // A sender that goes away in the middle must not look like the end of the file.
      request.once('aborted', () => stream.destroy(new Error('The upload was cut off')));
      resolve({ stream, fileName: storableName(filename) });
    });
    parser.once('error', reject);
    parser.once('close', nothing);
    request.pipe(parser);
  });
}

/** A name as it can be kept and shown: without characters that no one sees. */
function storableName(fileName: string): string {
  return [...Buffer.from(fileName).toString()]
    .filter((character) => !/\p{Cc}/u.test(character))
    .join('');
}

/** A browser reads the answer only after it has sent the file; one that goes on too long is cut off. */
export function letSenderFinish(request: Request): void {
  request.unpipe();
  request.resume();
  if (request.complete) return;
  const timer = setTimeout(() => request.destroy(), drainMs);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
}

/** What a file is refused for, for the page that says so. */
export function refusalQuery({ reason, params }: FileRefused): string {
  const query = new URLSearchParams({ problem: reason });
  for (const [name, value] of Object.entries(params))
    if (value !== null) query.set(name, String(value));
  return query.toString();
}

function refuse(request: Request, response: Response, error: FileRefused): void {
  const { reason, params } = error;
  const status = reason === 'too-large' ? 413 : 422;
  answer(
    request,
    response,
    status,
    { problem: reason, params },
    `/imports/new?${refusalQuery(error)}`,
  );
}

/** Scripts get JSON; a plain form goes on to the page that shows the outcome. */
function answer(
  request: Request,
  response: Response,
  status: number,
  body: object,
  page: string,
): void {
  response.setHeader('Cache-Control', 'no-store');
  if (request.accepts(['html', 'json']) === 'json') response.status(status).json(body);
  else leadTo(response, page);
}
