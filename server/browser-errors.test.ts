import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';

import express from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { createLogger } from '../platform/logger';
import type { Application } from './application';
import { browserErrorRoutes } from './browser-errors';

let lines: Record<string, unknown>[];
let close: () => void;
let send: (report: Record<string, string>) => Promise<number>;

beforeEach(async () => {
  lines = [];
  const written = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  const app = express();
  app.use(browserErrorRoutes({ app: { log: createLogger('info', written) } as Application }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  close = () => server.close();
  const { port } = server.address() as AddressInfo;
  send = async (report) => {
    const body = new URLSearchParams(report);
    return (await fetch(`http://127.0.0.1:${port}/browser-errors`, { method: 'POST', body }))
      .status;
  };
});
afterEach(() => close());

const failure = { message: 'x is not a function', stack: 'at f (a.js:1:2)', page: '/scorecards' };

it('an error of a browser is written down as one, and once', async () => {
  expect(await send({ ...failure, requestId: 'r-1' })).toBe(204);
  await send({ ...failure, requestId: 'r-2' });
  await send({ ...failure, message: 'another' });
  expect(lines.map(({ msg, level }) => [msg, level])).toEqual([
    ['A page failed in a browser', 'warn'],
    ['A page failed in a browser', 'warn'],
  ]);
  expect(lines[0]).toMatchObject({ requestId: 'r-1', browserError: failure });
});

it('what is no report, or one of a flood, leaves no line; keys of links leave no trace', async () => {
  await send({ message: '' });
  await send({ ...failure, message: 'm'.repeat(501) });
  await send({ ...failure, page: 'https://elsewhere.example/' });
  expect(lines).toEqual([]);
  await send({ ...failure, page: '/welcome/Zx3k9QwErTyUiOpAsDfG' });
  expect(lines[0]).toMatchObject({ browserError: { page: '/welcome/…' } });
  for (let index = 0; index < 40; index += 1) await send({ ...failure, message: String(index) });
  expect(lines.length).toBe(20);
});
