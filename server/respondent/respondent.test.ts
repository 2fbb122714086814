import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { Unavailable } from '../../platform/errors';
import type { RouteTools } from '../routes';
import { createRateLimits } from '../rate-limits';
import { respondentRoutes } from '.';

/** Serves the pages on a database that does not answer. */
async function withoutDatabase<R>(
  publicFormsPerMinute: number,
  visit: (base: string) => Promise<R>,
): Promise<{ result: R; log: string }> {
  let log = '';
  const tools = {
    app: {
      env: { baseUrl: 'http://localhost:3000' },
      contextFor: () => Promise.reject(new Unavailable()),
      log: pino({ level: 'info' }, { write: (line: string) => (log += line) }),
    },
    limits: createRateLimits({ publicFormsPerMinute }),
  } as unknown as RouteTools;
  const server = express().use(respondentRoutes(tools)).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    return { result: await visit(`http://127.0.0.1:${port}`), log };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const answers = new URLSearchParams({
  submission_key: '7c1b0f6e-8a44-4a44-9b0a-2f4f3c1f0a11',
  recommend: '3',
  reason: 'The "queue" & the <rain>',
});

describe('a server that cannot store', () => {
  it.each(['/f/abcdefghijklmnop', '/p/abcdefghijklmnop'])(
    'gives back what was entered at %s with the same key, in the reader’s language',
    async (path) => {
      const { result, log } = await withoutDatabase(0, async (base) => {
        const response = await fetch(`${base}${path}?lang=zh`, { method: 'POST', body: answers });
        return { status: response.status, page: await response.text() };
      });
      expect(result.status).toBe(503);
      expect(result.page).toContain('暂时无法保存您的回答');
      expect(result.page).toContain('value="7c1b0f6e-8a44-4a44-9b0a-2f4f3c1f0a11"');
      expect(result.page).toContain('value="The &quot;queue&quot; &amp; the &lt;rain&gt;"');
      expect(result.page).toContain(`action="${path}?lang=zh"`);
      expect(log).toContain('UNAVAILABLE');
      expect(log).not.toMatch(/abcdefghijklmnop|queue|7c1b0f6e/);
    },
  );

  it('says so kindly to somebody who only opens the page', async () => {
    const { result } = await withoutDatabase(0, async (base) => {
      const response = await fetch(`${base}/f/abcdefghijklmnop`);
      return {
        status: response.status,
        page: await response.text(),
        policy: response.headers.get('content-security-policy'),
      };
    });
    expect(result.status).toBe(503);
    expect(result.page).toContain('This page is not available right now');
    expect(result.policy).toContain("default-src 'none'");
  });
});

describe('too many submissions from one address', () => {
  it('are asked to wait without losing what was entered', async () => {
    const { result } = await withoutDatabase(1, async (base) => {
      const send = () => fetch(`${base}/f/abcdefghijklmnop`, { method: 'POST', body: answers });
      await send();
      const response = await send();
      return {
        status: response.status,
        wait: response.headers.get('retry-after'),
        page: await response.text(),
      };
    });
    expect(result).toMatchObject({ status: 429, wait: '60' });
    expect(result.page).toContain('Too many answers from this connection');
    expect(result.page).toContain('name="recommend" value="3"');
  });
});

describe('a form of somebody else’s site', () => {
  it('stores nothing and is refused', async () => {
    const { result } = await withoutDatabase(0, async (base) => {
      const headers = { origin: 'https://evil.example' };
      const response = await fetch(`${base}/f/abcdefghijklmnop`, {
        method: 'POST',
        body: answers,
        headers,
      });
      return response.status;
    });
    expect(result).toBe(403);
  });
});
