import { PassThrough } from 'node:stream';

import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';

import { retryAfterSeconds } from '../universal/try-again';
import { NonceContext } from './nonce';

const abandonAfterMs = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce } = context;
  return new Promise((resolve, reject) => {
    let answered = false;
    const answer = () => {
      answered = true;
      const body = new PassThrough();
      headers.set('Content-Type', 'text/html; charset=utf-8');
      if (status === 503) headers.set('Retry-After', String(retryAfterSeconds));
      resolve(
        new Response(createReadableStreamFromReadable(body), {
          headers,
          status: answeredWithError ? 500 : status,
        }),
      );
      stream.pipe(body);
    };
    let answeredWithError = false;
    const whenReady = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer
          context={remixContext}
          url={request.url}
          nonce={nonce}
          abortDelay={abandonAfterMs}
        />
      </NonceContext.Provider>,
      {
        nonce,
        [whenReady]: answer,
        onShellError: reject,
        onError(error: unknown) {
          answeredWithError = true;
          if (answered) context.reportError(error);
        },
      },
    );
    setTimeout(() => stream.abort(), abandonAfterMs + 1_000).unref();
  });
}

/** Errors that a page meant to show (a Response) are not recorded; neither is a reader who left. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || error instanceof Response || isRouteErrorResponse(error)) return;
  context.reportError(error);
};
