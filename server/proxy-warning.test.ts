import express from 'express';
import { describe, expect, it } from 'vitest';

import { noticeUnknownProxy, proxyProblemOf } from './proxy-warning';

describe('a proxy that nobody has named', () => {
  it.each([
    ['https://tandem.example', false, true],
    ['https://tandem.example', 1, false],
    ['https://tandem.example', 'loopback', false],
    ['http://localhost:3000', false, false],
  ] as const)('behind %s with %s is said at start: %s', (baseUrl, trustProxy, isSaid) => {
    expect(proxyProblemOf({ baseUrl, trustProxy }) !== undefined).toBe(isSaid);
  });

  it.each([
    [false, 1],
    [1, 0],
  ] as const)('is said once when it shows itself, with %s: %i times', async (trustProxy, times) => {
    const said: unknown[] = [];
    const app = express();
    app.use(
      noticeUnknownProxy(
        { baseUrl: 'http://localhost', trustProxy },
        { warn: (...words: unknown[]) => void said.push(words) },
      ),
      (_request, response) => void response.end(),
    );
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const headers = { 'X-Forwarded-For': '198.51.100.7' };
    for (let n = 0; n < 2; n++) await fetch(`http://127.0.0.1:${port}/`, { headers });
    server.close();
    server.closeAllConnections();
    expect(said).toHaveLength(times);
  });
});
