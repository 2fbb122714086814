import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';

import { sameOriginOnly } from './same-origin';

function answerTo({
  method = 'POST',
  headers = {},
}: {
  method?: string;
  headers?: Record<string, string>;
}): 'passes' | number {
  let outcome: 'passes' | number = 'passes';
  const response = {
    status(code: number) {
      outcome = code;
      return response;
    },
    type: () => response,
    send: () => response,
  };
  const request = { method, headers, protocol: 'http', get: () => 'localhost:3000' };
  sameOriginOnly({ baseUrl: 'https://tandem.example' })(
    request as unknown as Request,
    response as unknown as Response,
    () => undefined,
  );
  return outcome;
}

describe('a change', () => {
  it.each([
    ['from our own address', { origin: 'https://tandem.example' }, 'passes'],
    ['from the address that was asked', { origin: 'http://localhost:3000' }, 'passes'],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from a site that hides itself', { origin: 'null' }, 403],
    ['from another site, by an old browser', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from a program', {}, 'passes'],
  ])('%s', (_who, headers, outcome) => {
    expect(answerTo({ headers: headers as Record<string, string> })).toBe(outcome);
  });

  it('is not what reading is', () => {
    expect(answerTo({ method: 'GET', headers: { origin: 'https://evil.example' } })).toBe('passes');
  });
});
