import { createServer } from 'node:http';
import type { Server } from 'node:http';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useOwnDatabase } from '../test/harness/use-database';
import { systemViewer } from '../domain/access';
import { aDepartment } from '../test/factories/organisation';
import { testContext } from '../test/harness/test-context';
import { createMetrics } from '../platform/metrics';
import { parseEnvironment } from '../platform/env';
import type { Application } from './application';
import { createHealth, measureRequests } from './health';
import type { Health } from './health';
import { isUnmeasured } from './unmeasured';

describe('health', () => {
  const own = useOwnDatabase();
  let server: Server;
  let health: Health;
  let base = '';
  let numbersAreReady: () => void = () => undefined;
  let numbersAreGiven: () => void = () => undefined;
  let isAsked = false;

  beforeAll(async () => {
    await aDepartment(own.db);
    const asking = testContext(own.db, systemViewer, {
      semantic: {
        ready: () => Promise.resolve(),
        refresh: () => Promise.resolve(),
        shutdown: () => Promise.resolve(),
        load: () => {
          isAsked = true;
          return new Promise((resolve) => (numbersAreGiven = () => resolve([])));
        },
      },
    });
    const app = {
      db: own.db,
      env: parseEnvironment({ METRICS_TOKEN: 'token-of-prometheus' }),
      log: pino({ level: 'silent' }),
      metrics: createMetrics(),
      semantic: { ready: () => new Promise<void>((resolve) => (numbersAreReady = resolve)) },
      contextFor: () => Promise.resolve(asking),
    } as unknown as Application;
    health = createHealth(app);
    const handler = express();
    handler.use(health.router, measureRequests(app));
    handler.all('/p/:token', (_request, response) => void response.redirect(303, '/thanks'));
    handler.get('/people/:id', (_request, response) => void response.send('a person'));
    server = createServer(handler);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const statusOf = async (path: string, headers = {}) =>
    (await fetch(base + path, { headers })).status;

  it('lives from the start, and is ready when the numbers have been asked for once', async () => {
    expect(await statusOf('/healthz')).toBe(200);
    expect(await statusOf('/readyz')).toBe(503);
    health.warmUp();
    numbersAreReady();
    await expect.poll(() => isAsked).toBe(true);
    expect(await statusOf('/readyz')).toBe(503);
    numbersAreGiven();
    await expect.poll(() => statusOf('/readyz')).toBe(200);
  });

  it('counts nothing of a pulse, so that nobody can watch answers come in', async () => {
    const read = async () => {
      const headers = { authorization: 'Bearer token-of-prometheus' };
      const text = await (await fetch(`${base}/metrics`, { headers })).text();
      return text.split('\n').filter((line) => line.startsWith('http_request'));
    };
    const before = await read();
    for (const path of ['/p/abc', '/P/abc', '/p/abc?lang=zh', '/p/unknown/further']) {
      await fetch(base + path, { redirect: 'manual' });
      await fetch(base + path, { method: 'POST', redirect: 'manual' });
    }
    expect(await read()).toEqual(before);
    expect(isUnmeasured({ job: 'pulse.mix-ballots-and-marks' })).toBe(true);
    expect(isUnmeasured({ job: 'mail.send-mail' })).toBe(false);
    expect(isUnmeasured({ path: '/people/1' })).toBe(false);
  });

  it('gives metrics to who has the token, by route and without ids', async () => {
    await fetch(`${base}/people/4711`);
    expect(await statusOf('/metrics')).toBe(401);
    const headers = { authorization: 'Bearer token-of-prometheus' };
    const text = await (await fetch(`${base}/metrics`, { headers })).text();
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/people",status="200"} 1',
    );
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toContain('4711');
  });

  it('takes no more requests once it stops, but still lives', async () => {
    health.stop();
    expect(await statusOf('/readyz')).toBe(503);
    expect(await statusOf('/healthz')).toBe(200);
  });
});
