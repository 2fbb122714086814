import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';

import { bodyLimits, limitBodies } from './body-limits';
import { errorPage } from './error-page';
import { refuse } from './request-refusal';
import { assertShape, pathOf } from './request-shape';

interface Served {
  /** Sends these bytes as they are and gives all that comes back until the server ends it, or the text is seen. */
  send(bytes: string | Iterable<string>, until?: string): Promise<string>;
  /** What reached the code behind the limits. */
  reached: { path: string; host: string; body: unknown }[];
}

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

async function serve({ patienceMs = 30_000, drainMs = 200 } = {}): Promise<Served> {
  const reached: Served['reached'] = [];
  const app = express();
  app.use(assertShape(refuse), limitBodies(refuse, { patienceMs, drainMs }));
  app.use(express.urlencoded({ extended: false, limit: '10mb', parameterLimit: 100_000 }));
  app.use((request, response) => {
    const { pathname, host } = new URL(request.originalUrl, 'http://in.process');
    reached.push({ path: pathname, host, body: request.body });
    response.send('here\n');
  });
  app.use(errorPage({ log: { child: () => ({ error: () => undefined }) } as never }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  running.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    reached,
    send: (bytes, until) =>
      new Promise((resolve) => {
        let answer = '';
        const socket = connect(port, '127.0.0.1', () => {
          for (const piece of typeof bytes === 'string' ? [bytes] : bytes) {
            if (!socket.destroyed) socket.write(piece, 'latin1');
          }
        });
        const end = () => {
          socket.destroy();
          resolve(answer);
        };
        socket.on('data', (chunk) => {
          answer += chunk.toString('latin1');
          if (until !== undefined && answer.includes(until)) end();
        });
        socket.on('error', end).on('close', end);
      }),
  };
}

const form = 'Content-Type: application/x-www-form-urlencoded';
const post = (path: string, ...headers: string[]) =>
  [`POST ${path} HTTP/1.1`, 'Host: localhost', 'Accept: application/json', ...headers, '', ''].join(
    '\r\n',
  );
const chunked = (piece: string) => `${piece.length.toString(16)}\r\n${piece}\r\n`;
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('a body that is too large', () => {
  it.each([
    '/sign-in',
    '/account',
    '/f/abcdefghijklmnop',
    '/graphql',
    '/uploads/nothing',
    '/nowhere',
    '/healthz',
  ])('is refused at %s by its length alone, without waiting for it', async (path) => {
    const { send, reached } = await serve();
    const answer = await send(post(path, form, 'Content-Length: 400000000'), 'larger than');
    expect(statusOf(answer)).toBe(413);
    expect(reached).toEqual([]);
  });

  it('is refused when it does not say its length, and its beginning reaches nothing', async () => {
    const { send, reached } = await serve();
    function* body() {
      yield post('/sign-in', form, 'Transfer-Encoding: chunked');
      for (let n = 0; n < 40; n++) yield chunked('x'.repeat(65_536));
      yield '0\r\n\r\n';
    }
    const answer = await send(body());
    expect(statusOf(answer)).toBe(413);
    expect(reached).toEqual([]);
  });

  it('does not have to end: who goes on sending is cut off', async () => {
    const { send } = await serve({ drainMs: 50 });
    function* body() {
      yield post('/sign-in', form, 'Transfer-Encoding: chunked');
      for (let n = 0; n < 20; n++) yield chunked('x'.repeat(65_536));
    }
    expect(statusOf(await send(body()))).toBe(413);
  });

  it('is refused when it is made of very many fields', async () => {
    const { send, reached } = await serve();
    const body = 'a=&'.repeat(bodyLimits.fields + 1);
    const answer = await send(
      post('/sign-in', form, `Content-Length: ${body.length}`) + body,
      'larger than',
    );
    expect(statusOf(answer)).toBe(413);
    expect(reached).toEqual([]);
  });

  it('is not given back', async () => {
    const { send } = await serve();
    const body = `email=${'x'.repeat(2_000_000)}`;
    const answer = await send(post('/sign-in', form, `Content-Length: ${body.length}`) + body);
    expect(answer).not.toContain('xxx');
    expect(answer.length).toBeLessThan(2_000);
  });

  it('passes where it is within the limit, and ever so often on one connection', async () => {
    const { send, reached } = await serve();
    const body = `text=${'x'.repeat(900_000)}`;
    const one = post('/reviews/1', form, `Content-Length: ${body.length}`) + body;
    const last = post('/last', form, 'Connection: close', 'Content-Length: 0');
    const answer = await send(one + one + last);
    expect(answer.match(/HTTP\/1\.1 200/g)).toHaveLength(3);
    expect(reached.map(({ path }) => path)).toEqual(['/reviews/1', '/reviews/1', '/last']);
    expect(reached[1]?.body).toEqual({ text: 'x'.repeat(900_000) });
  });
});

describe('a body that does not come', () => {
  it('is waited for only so long', async () => {
    const { send, reached } = await serve({ patienceMs: 60, drainMs: 20 });
    const answer = await send(`${post('/sign-in', form, 'Content-Length: 20')}email=`);
    expect(statusOf(answer)).toBe(408);
    expect(reached).toEqual([]);
  });

  it('is waited for no longer where a file is taken but nothing of it arrives', async () => {
    const { send } = await serve({ patienceMs: 60, drainMs: 20 });
    const multipart = 'Content-Type: multipart/form-data; boundary=b';
    const answer = await send(
      post('/uploads/feedback', multipart, 'Content-Length: 9000000'),
      '\r\n\r\n',
    );
    // Behind the limits this test answers at once; the connection is ended all the same.
    expect([200, 408]).toContain(statusOf(answer));
  });
});

describe('a body of a form that nobody reads', () => {
  it.each(['text/plain', 'multipart/form-data; boundary=b', 'application/json', ''])(
    'is refused: %s',
    async (type) => {
      const { send, reached } = await serve();
      const headers = type ? [`Content-Type: ${type}`] : [];
      expect(
        statusOf(
          await send(post('/sign-in', ...headers, 'Content-Length: 3') + 'a=b', 'form that'),
        ),
      ).toBe(415);
      expect(statusOf(await send(post('/sign-in', ...headers), 'form that'))).toBe(415);
      expect(reached).toEqual([]);
    },
  );
});

describe('the first lines of a request', () => {
  const get = (address: string, ...headers: string[]) =>
    [
      `GET ${address} HTTP/1.1`,
      ...(headers.length > 0 ? headers : ['Host: localhost']),
      'Connection: close',
      '',
      '',
    ].join('\r\n');

  it.each([
    ['http://evil.example/people?q=1', '/people'],
    ['HTTPS://evil.example', '/'],
    ['http://[::1]/people', '/people'],
    ['//evil.example/people', '/evil.example/people'],
    ['///a:b@c/people', '/a:b@c/people'],
  ])('may name a host, which is not looked at: %s', async (address, path) => {
    const { send, reached } = await serve();
    expect(statusOf(await send(get(address)))).toBe(200);
    expect(reached).toMatchObject([{ path, host: 'in.process' }]);
  });

  it.each(['*', 'people', 'ftp://evil.example/', '/%', '/a%zz', '/%00', '/%ff'])(
    'are refused when they name nothing: %s',
    async (address) => {
      const { send, reached } = await serve();
      expect(statusOf(await send(get(address)))).toBe(400);
      expect(reached).toEqual([]);
    },
  );

  it.each(['Host: [', 'Host: a b', 'Host: localhost:99999', 'Host: a/b', 'X-Forwarded-Host: ]:x'])(
    'are refused with a host that is none: %s',
    async (header) => {
      const { send } = await serve();
      const hosts = header.startsWith('Host') ? [header] : ['Host: localhost', header];
      expect(statusOf(await send(get('/', ...hosts)))).toBe(400);
    },
  );

  it('are refused with more headers than any browser sends', async () => {
    const { send } = await serve();
    const many = Array.from({ length: 120 }, (_, n) => `X-${n}: 1`);
    expect(statusOf(await send(get('/', 'Host: localhost', ...many)))).toBe(400);
    expect(statusOf(await send(get('/', 'Host: localhost', `X: ${'x'.repeat(20_000)}`)))).toBe(431);
  });

  it.each(['TRACE', 'PUT', 'DELETE', 'PROPFIND'])(
    'are refused with the method %s',
    async (method) => {
      const { send } = await serve();
      const answer = await send(get('/').replace('GET', method));
      expect(statusOf(answer)).toBe(405);
      expect(answer).toContain('Allow: GET, HEAD, OPTIONS, POST');
    },
  );

  it('keep what makes an address', () => {
    expect(pathOf('/people?q=%E4%BD%A0&x=//y#z')).toBe('/people?q=%E4%BD%A0&x=//y#z');
  });
});
