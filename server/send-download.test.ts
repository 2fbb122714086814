import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';

import { NotFound } from '../platform/errors';
import { errorPage } from './error-page';
import { sendDownload } from './send-download';

async function* missing(): AsyncGenerator<string> {
  yield* await Promise.reject<string[]>(new NotFound());
}

async function* rows(): AsyncGenerator<string> {
  yield 'a,b\n';
  yield '1,2\n';
}

async function download(content: AsyncGenerator<string>) {
  const app = express();
  app.get('/file', (_request, response, next) => {
    sendDownload(response, { fileName: 'a.csv', type: 'text/csv', content }).catch(next);
  });
  app.use(errorPage({ log: {} as never }));
  const server = app.listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/file`);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } finally {
    server.close();
  }
}

it('a download of what does not exist is answered as such, and is no file', async () => {
  const { status, headers, text } = await download(missing());
  expect(status).toBe(404);
  expect(headers.get('content-disposition')).toBeNull();
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(text).toContain('does not exist');
});

it('a download is sent whole', async () => {
  const { status, headers, text } = await download(rows());
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toBe('attachment; filename="a.csv"');
  expect(text).toBe('a,b\n1,2\n');
});
