import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { schema } from '../../graphql/schema';
import { createGraphQLServer } from '../../server/graphql.server';
import { sameOriginOnly } from '../../server/same-origin';
import { anonymousViewer, type Viewer } from '../../domain/access';
import { spreadingFragments } from '../factories/graphql-bomb';
import { aViewer } from '../factories/viewer';
import { testContext } from '../harness/test-context';
import { useOwnDatabase } from '../harness/use-database';

const database = useOwnDatabase();
const administrator = aViewer({ roles: ['administrator'] });
const servers: Server[] = [];
let url: string;

/** Serves the schema to one viewer and gives its address. */
async function serve(viewer: Viewer, options: { acceptsAnyDocument: boolean }): Promise<string> {
  const app = express();
  app.use(sameOriginOnly({ baseUrl: 'http://localhost:3000' }));
  const contextOf = () => Promise.resolve(testContext(database.db, viewer));
  app.use(createGraphQLServer({ schema, withExplorer: false, contextOf, ...options }).router);
  const server = createServer(app);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

beforeAll(async () => {
  url = await serve(administrator, { acceptsAnyDocument: true });
});
afterAll(() => {
  for (const server of servers) server.close();
});

interface Answer {
  status: number;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions?: Record<string, unknown> }[];
  };
  milliseconds: number;
}

async function send(
  body: string,
  { to = url, headers = {} }: { to?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const started = performance.now();
  const response = await fetch(to, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  return {
    status: response.status,
    body: JSON.parse(text) as Answer['body'],
    milliseconds: performance.now() - started,
  };
}
const ask = (query: string, variables = {}, to = url) =>
  send(JSON.stringify({ query, variables }), { to });

describe('GraphQL over HTTP', () => {
  it('does all that the specification says it must and should', async () => {
    const results = await auditServer({ url });
    // A notice is about something that a server may do.
    const failed = results
      .filter(({ status }) => status !== 'ok' && status !== 'notice')
      .map(({ name }) => name);
    expect(failed).toEqual([]);
    expect(results.length).toBeGreaterThan(50);
  });

  it('names the error and the request', async () => {
    const { body } = await ask('{ node(id: "bm90aGluZw==") { id } noSuchField }');
    expect(body.errors?.[0]?.message).toContain('noSuchField');
  });
});

describe('a request that costs too much is refused quickly and clearly', () => {
  it('with a query of depth 30', async () => {
    const nested = '{ departments ' + '{ parent '.repeat(29) + '{ name }' + ' }'.repeat(29) + ' }';
    const { body, milliseconds } = await ask(nested);
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringContaining('nests deeper than') as string,
      extensions: { code: 'INVALID' },
    });
    expect(milliseconds).toBeLessThan(2_000);
  });

  it('with the depth hidden in fragments', async () => {
    const fragments = Array.from(
      { length: 29 },
      (_, n) => `fragment F${n} on Department { parent { ...F${n + 1} } }`,
    ).join(' ');
    const { body } = await ask(
      `{ departments { ...F0 } } ${fragments} fragment F29 on Department { name }`,
    );
    expect(body.errors?.[0]?.message).toContain('nests deeper than');
  });

  it('with fragments that spread fragments, in seven hundred bytes', async () => {
    const { body } = await ask(spreadingFragments(17, 3));
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringContaining('fragments followed') as string,
      extensions: { code: 'INVALID' },
    });
  });

  it('with fragments in a circle', async () => {
    const { body } = await ask(
      '{ departments { ...A } } fragment A on Department { parent { ...A } }',
    );
    expect(body.errors?.[0]?.message).toContain('Cannot spread fragment');
  });

  it('with a thousand aliases', async () => {
    const aliases = Array.from({ length: 100 }, (_, n) => `a${n}: departments { name }`).join(' ');
    const { body, milliseconds } = await ask(`{ ${aliases} }`);
    expect(body.errors?.[0]?.message).toMatch(/more than 50 aliases|tokens/);
    expect(milliseconds).toBeLessThan(2_000);
  });

  it('with more cost than one query may have', async () => {
    const page =
      'userAccounts(first: 100) { edges { node { roleGrants { department { parent { name } } } } } }';
    const { body } = await ask(
      `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: ${page}`).join(' ')} }`,
    );
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringContaining('complexity') as string,
      extensions: { code: 'INVALID' },
    });
  });

  it('with a body of 5 MB', async () => {
    const { status, body, milliseconds } = await send(
      JSON.stringify({ query: `# ${'x'.repeat(5_000_000)}\n{ __typename }` }),
    );
    expect(status).toBe(413);
    expect(body.errors?.[0]?.message).toBe('The body is larger than 1mb.');
    expect(milliseconds).toBeLessThan(2_000);
  });

  it('with a malformed cursor', async () => {
    const { body, milliseconds } = await ask(
      '{ userAccounts(after: "no cursor") { edges { cursor } } }',
    );
    expect(body.errors?.[0]).toMatchObject({
      message: 'This is no cursor of this list.',
      extensions: { code: 'INVALID' },
    });
    expect(milliseconds).toBeLessThan(2_000);
  });

  it('with a batch of operations', async () => {
    const { status } = await send(
      JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    );
    expect(status).toBe(400);
  });
});

describe('a change that another site asks for', () => {
  const mutation = JSON.stringify({ query: 'mutation { signOutEverywhere { __typename } }' });

  it('is refused by its origin', async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: mutation,
    });
    expect(response.status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'is refused as %s',
    async (type) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': type },
        body: mutation,
      });
      expect(response.status).toBe(415);
    },
  );

  it('is refused as an address', async () => {
    const response = await fetch(
      `${url}?query=${encodeURIComponent('mutation { signOutEverywhere { __typename } }')}`,
    );
    expect(response.status).toBe(405);
  });
});

describe('a document of our own pages', () => {
  it('can be named by its hash', async () => {
    const { default: documents } = await import('../../graphql/persisted-documents.json');
    const [documentId] =
      Object.entries(documents).find(([, text]) => text.includes('query OwnAccount')) ?? [];
    const { body } = await send(JSON.stringify({ documentId }));
    expect(body).toMatchObject({ data: { viewer: { displayName: expect.any(String) as string } } });
  });

  it('is refused when there is none of that hash', async () => {
    const { body } = await send(JSON.stringify({ documentId: 'no such hash' }));
    expect(body.errors?.[0]?.message).toBeTruthy();
  });
});

describe('where only our own documents are taken', () => {
  let anonymous: string;
  let signedIn: string;
  beforeAll(async () => {
    anonymous = await serve(anonymousViewer, { acceptsAnyDocument: false });
    signedIn = await serve(administrator, { acceptsAnyDocument: false });
  });
  const schemaOnly = '{ __schema { queryType { name } } }';
  const refused = {
    errors: [{ message: expect.stringContaining('Only the documents') as string }],
  };

  it('runs one of them for whoever may read what it asks for', async () => {
    const { default: documents } = await import('../../graphql/persisted-documents.json');
    const [documentId] =
      Object.entries(documents).find(([, text]) => text.includes('query OwnAccount')) ?? [];
    const byId = JSON.stringify({ documentId });
    expect((await send(byId, { to: signedIn })).body.data).toMatchObject({ viewer: {} });
    expect((await send(byId, { to: anonymous })).body.data).toEqual({ viewer: null });
  });

  it.each(['{ departments { name } }', '{ __typename departments { name } }', schemaOnly])(
    'refuses others from anybody: %s',
    async (query) => {
      expect((await ask(query, {}, anonymous)).body).toMatchObject(refused);
    },
  );

  it('shows the schema to who is signed in, and nothing beside it', async () => {
    expect((await ask(schemaOnly, {}, signedIn)).body.data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
    const mixed = '{ __schema { queryType { name } } departments { name } }';
    expect((await ask(mixed, {}, signedIn)).body).toMatchObject(refused);
  });

  it.each(['__proto__', 'constructor', 'toString'])('knows no document %s', async (documentId) => {
    const { status, body } = await send(JSON.stringify({ documentId }), { to: anonymous });
    expect(status).toBeLessThan(500);
    expect(body.errors?.[0]?.message).toBe('PersistedQueryNotFound');
  });
});

describe('an answer', () => {
  it('is kept by nothing between us and the reader', async () => {
    const response = await fetch(`${url}?query=${encodeURIComponent('{ __typename }')}`);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('gives back no more than a line of what was sent', async () => {
    for (const [query, variables] of [
      [`{ ${'x'.repeat(8_000)} }`, {}],
      [
        'query ($first: Int!) { employees(first: $first) { edges { cursor } } }',
        { first: 'y'.repeat(8_000) },
      ],
    ] as const) {
      const { body } = await ask(query, variables);
      expect(body.errors?.[0]?.message.length).toBeGreaterThan(20);
      expect(JSON.stringify(body).length).toBeLessThan(600);
    }
  });
});
