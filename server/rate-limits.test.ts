import express from 'express';
import { describe, expect, it } from 'vitest';

import { RateLimited } from '../platform/errors';
import { createRateLimits } from './rate-limits';

/** Sends forms to the limited addresses and gives how each was answered. */
async function answersTo(perMinute: number, forms: readonly { path: string; from?: string }[]) {
  const limits = createRateLimits({ publicFormsPerMinute: perMinute });
  const app = express();
  app.set('trust proxy', 1);
  app.post('/f/:token', limits.feedbackForms);
  app.post('/p/:token', limits.pulseForms);
  app.use((_request, response) => void response.end());
  const refuse: express.ErrorRequestHandler = (error, _request, response, _next) => {
    response.status(error instanceof RateLimited ? 429 : 500).end();
  };
  app.use(refuse);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const statuses: number[] = [];
  for (const { path, from = '192.0.2.1' } of forms) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'X-Forwarded-For': from },
    });
    statuses.push(response.status);
  }
  server.close();
  server.closeAllConnections();
  return statuses;
}

describe('forms without an account', () => {
  it('end at the limit of a link for the address that sends them, and for nobody else', async () => {
    expect(
      await answersTo(2, [
        { path: '/f/shop' },
        { path: '/f/shop' },
        { path: '/f/shop' },
        { path: '/f/shop', from: '198.51.100.7' },
        { path: '/f/other-shop' },
      ]),
    ).toEqual([200, 200, 429, 200, 200]);
  });

  it('let an office answer its pulse, each person by the own link, after somebody there flooded feedback', async () => {
    const flood = Array.from({ length: 3 }, () => ({ path: '/f/shop' }));
    const office = Array.from({ length: 30 }, (_, n) => ({ path: `/p/person-${n}` }));
    const statuses = await answersTo(2, [...flood, ...office]);
    expect(statuses.slice(0, 3)).toEqual([200, 200, 429]);
    expect(statuses.slice(3)).toEqual(office.map(() => 200));
  });

  it('end for one address that sends to any number of links', async () => {
    const forms = Array.from({ length: 21 }, (_, n) => ({ path: `/f/shop-${n}` }));
    expect((await answersTo(1, forms)).filter((status) => status === 429)).toHaveLength(1);
  });

  it('have no limit where none is wanted', async () => {
    const forms = Array.from({ length: 60 }, () => ({ path: '/f/shop' }));
    expect(new Set(await answersTo(0, forms))).toEqual(new Set([200]));
  });
});
