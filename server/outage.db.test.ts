import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { parse } from 'graphql';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { schema } from '../graphql/schema';
import { createDb } from '../platform/db';
import { findFreePort } from '../platform/db/embedded/free-port';
import { parseEnvironment } from '../platform/env';
import { createMetrics } from '../platform/metrics';
import { countJobs } from '../platform/queue';
import { aViewer } from '../test/factories/viewer';
import { testContext } from '../test/harness/test-context';
import { useOwnDatabase } from '../test/harness/use-database';
import { createContextMaker } from './context';
import { errorPage } from './error-page';
import { createGraphQLServer } from './graphql.server';
import { createPageData } from './page-data';
import { remixPages } from './remix-pages';
import { createSessions } from './session.server';
import { createVisitorOf } from './visitor';

const log = pino({ level: 'silent' });
const graphqlFor = (contextOf: Parameters<typeof createGraphQLServer>[0]['contextOf']) =>
  createGraphQLServer({ schema, withExplorer: false, acceptsAnyDocument: true, contextOf });

/** A pool on an address where no database is. */
async function databaseAway() {
  return createDb(`postgres://nobody@127.0.0.1:${await findFreePort(undefined)}/nothing`);
}

describe('while the database is away', () => {
  let base = '';
  let close: () => void = () => undefined;
  let away: Awaited<ReturnType<typeof databaseAway>>;
  const organiser = aViewer({ roles: ['administrator', 'hr'] });

  beforeAll(async () => {
    away = await databaseAway();
    const env = parseEnvironment({});
    const app = { db: away, env, log, clock: { now: () => new Date(0) } } as never;
    const contextFor = createContextMaker(app);
    const visitorOf = createVisitorOf({
      app: { ...(app as object), contextFor } as never,
      sessions: createSessions({ db: away, env, clock: { now: () => new Date(0) } as never }),
    });
    const pages = remixPages({
      build: () => Promise.reject(new Error('No page is drawn for somebody who is not known')),
      mode: 'production',
      makeLoadContext: (request, response) => visitorOf(request, response) as Promise<never>,
    });
    const handler: Express = express();
    handler.use((_request, response, next) => {
      response.locals['requestId'] = 'request-1';
      next();
    });
    handler.use(
      graphqlFor(async (request, response) => (await visitorOf(request, response)).ctx).router,
    );
    handler.all('*', pages);
    handler.use(errorPage({ log }));
    const server = handler.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => void server.close();
  });
  afterAll(async () => {
    close();
    await away.destroy();
  });

  const see = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(base + path, init);
    const { status, headers } = response;
    return { status, retryAfter: headers.get('Retry-After'), text: await response.text() };
  };
  const inChinese = { 'accept-language': 'zh-CN', accept: 'text/html' };

  it('a page says that it passes, in the reader’s language, and leads to itself', async () => {
    const page = await see('/people?q=a%22b', { headers: inChinese });
    expect(page).toMatchObject({ status: 503, retryAfter: '5' });
    expect(page.text).toContain('<h1>暂时无法使用</h1>');
    expect(page.text).toContain('已保存的内容不会丢失');
    expect(page.text).toContain('<a class="again" href="/people?q=a%22b">重试</a>');
    expect(page.text).not.toMatch(/ECONNREFUSED|INTERNAL/);
  });

  it('a form keeps every field, also those of one name, ready to be sent again', async () => {
    const body = new URLSearchParams([
      ['reason', 'The "queue" & the <rain>'],
      ['employee', '1'],
      ['employee', '2'],
    ]);
    const page = await see('/people/invite?index', { method: 'POST', body });
    expect(page.status).toBe(503);
    expect(page.text).toContain('action="/people/invite?index"');
    expect(page.text).toContain('value="The &#34;queue&#34; &#38; the &#60;rain&#62;"');
    expect(page.text.match(/name="employee" value="[12]"/g)).toHaveLength(2);
    expect(page.text).toContain('<button>Send again</button>');
  });

  it('a password is never written into a page', async () => {
    const body = new URLSearchParams({ email: 'a@b.example', password: 'a secret of mine' });
    const headers = { referer: `${base}/sign-in?to=%2F` };
    const page = await see('/sign-in', { method: 'POST', body, headers });
    expect(page.status).toBe(503);
    expect(page.text).not.toContain('a secret of mine');
    expect(page.text).toContain('href="/sign-in?to=%2F"');
  });

  it.each<[string, string, RequestInit & { referer?: string }]>([
    ['behind a form', '/sign-in', { method: 'POST', referer: 'https://evil.example/sign-in' }],
    ['as the path of a page', '//evil.example/people', { method: 'GET' }],
    ['as the path of a form', '//evil.example/people', { method: 'POST', body: 'reason=rain' }],
  ])('a page of elsewhere %s is not led to', async (_place, path, { referer, ...init }) => {
    const type = 'application/x-www-form-urlencoded';
    const headers = { 'content-type': type, ...(referer && { referer }) };
    const page = await see(path, { ...init, headers });
    expect(page.status).toBe(503);
    expect(page.text).not.toContain('evil.example');
  });

  it('GraphQL answers in its own form', async () => {
    const answer = await see('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN' },
      body: JSON.stringify({ query: '{ viewer { displayName } }' }),
    });
    expect(answer).toMatchObject({ status: 503, retryAfter: '5' });
    expect(JSON.parse(answer.text)).toEqual({
      errors: [
        {
          message: '暂时不可用，请稍后再试。',
          extensions: { code: 'UNAVAILABLE', requestId: 'request-1' },
        },
      ],
    });
  });

  it('the numbers of the process are told without those that the database holds', async () => {
    const metrics = createMetrics();
    metrics.addGauge('jobs', 'Unfinished jobs by state', () => countJobs(away));
    expect(await metrics.text()).toContain('http_request_duration_seconds');
  });

  describe('from the middle of a request on', () => {
    const contextOf = () => Promise.resolve(testContext(away, organiser));
    const pageData = () =>
      createPageData({
        graphql: graphqlFor(contextOf),
        ctx: testContext(away, organiser),
        here: '/',
      });

    it('what a page reads is unavailable, and soon not any more', async () => {
      const thrown: unknown = await pageData()
        .query(parse('{ departments { name } }'))
        .catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(Response);
      const { status, headers } = thrown as Response;
      expect([status, headers.get('Retry-After')]).toEqual([503, '5']);
    });

    it('what a form changes comes back as its error, beside what was entered', async () => {
      const change = parse(`mutation {
        savePreferences(input: { locale: ZH }) { ... on SavePreferencesSuccess { data { id } } }
      }`);
      await expect(pageData().mutate(change)).resolves.toMatchObject({
        ok: false,
        error: {
          code: 'UNAVAILABLE',
          message: 'This is not available right now. Please try again in a moment.',
        },
      });
    });

    it('a field over HTTP answers 503', async () => {
      const handler = express().use(graphqlFor(contextOf).router);
      const server = handler.listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const { port } = server.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: '{ departments { name } }' }),
      });
      server.close();
      const { errors } = (await response.json()) as { errors: { extensions: object }[] };
      expect(response.status).toBe(503);
      expect(response.headers.get('Retry-After')).toBe('5');
      expect(errors[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE' });
      expect(errors[0]?.extensions).not.toHaveProperty('http');
    });
  });
});

describe('a statement whose connection is cut', () => {
  const own = useOwnDatabase({ max: 1 });

  it('fails as unavailable, and the next one succeeds', async () => {
    const cut = sql`select pg_terminate_backend(pg_backend_pid())`.execute(own.db);
    await expect(cut).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const { rows } = await sql<{ n: number }>`select 1 as n`.execute(own.db);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('is told apart from one that is wrong', async () => {
    await expect(sql`select 1/0`.execute(own.db)).rejects.toThrow('division by zero');
  });
});
