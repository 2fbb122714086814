import { type DocumentNode, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';

import { anonymousViewer, systemViewer, type Viewer } from '../domain/access';
import type { Context } from '../domain/context';
import { createPageData } from './page-data';

/** Pages that get this answer; tells what was asked. */
function pageDataAnswering(answer: object, viewer: Viewer = systemViewer) {
  const asked: DocumentNode[] = [];
  const graphql = {
    execute: (document: DocumentNode) => {
      asked.push(document);
      return Promise.resolve(answer);
    },
  };
  const ctx = { viewer, requestId: 'request-1' } as Context;
  const pageData = createPageData({ graphql: graphql as never, ctx, here: '/account?tab=1' });
  return { ...pageData, asked };
}

const query = parse('{ viewer { displayName } }');
const mutation = parse('mutation { rename { ... on RenameSuccess { data { id } } } }');
const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (thrown: unknown) => thrown as Response,
  );

describe('what a page reads', () => {
  it('is the data', async () => {
    const { query: read } = pageDataAnswering({ data: { viewer: null } });
    await expect(read(query)).resolves.toEqual({ viewer: null });
  });

  it.each([
    ['NOT_FOUND', 404],
    ['FORBIDDEN', 404],
    ['INVALID', 400],
    ['UNAVAILABLE', 503],
    ['RATE_LIMITED', 429],
    ['INTERNAL', 500],
  ])(
    'is a page of its own when it fails with %s: status %i and the number of the request',
    async (code, status) => {
      const { query: read } = pageDataAnswering({
        data: null,
        errors: [{ message: 'no', extensions: { code } }],
      });
      const response = await thrownBy(read(query));
      expect(response?.status).toBe(status);
      expect(await response?.json()).toEqual({ requestId: 'request-1' });
    },
  );

  it('waits until a person has signed in, and brings them back', async () => {
    const { query: read, asked } = pageDataAnswering({ data: {} }, anonymousViewer);
    const response = await thrownBy(read(query));
    expect(response?.headers.get('Location')).toBe('/sign-in?to=%2Faccount%3Ftab%3D1');
    expect(asked).toEqual([]);
  });
});

describe('what a page changes', () => {
  it('gives what the success holds', async () => {
    const { mutate } = pageDataAnswering({ data: { rename: { data: { id: '1' } } } });
    await expect(mutate(mutation)).resolves.toEqual({ ok: true, data: { id: '1' } });
  });

  it('gives an expected failure in words, without the page having asked for it', async () => {
    const refused = {
      errorCode: 'CONFLICT',
      errorMessage: 'Taken.',
      errorFields: [{ path: ['name'], message: 'Taken.' }],
    };
    const { mutate, asked } = pageDataAnswering({ data: { rename: refused } });
    await expect(mutate(mutation)).resolves.toEqual({
      ok: false,
      error: {
        code: 'CONFLICT',
        message: 'Taken.',
        fields: [{ path: ['name'], message: 'Taken.' }],
      },
    });
    expect(print(asked[0] as DocumentNode)).toContain('... on UserError');
  });
});
