import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ownPath } from './own-path';

describe('an address that leads on', () => {
  it.each([
    ['/scorecards?period=2026-Q3', '/scorecards?period=2026-Q3'],
    ['/reviews/1#comments', '/reviews/1#comments'],
    ['/', '/'],
    ['/a/../b', '/b'],
    ['/a//b', '/a//b'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/\n/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/./\\evil.example', '/'],
    ['/x/..//evil.example', '/'],
    ['/%2e//evil.example', '/'],
    ['/.%2F/evil.example', '/.%2F/evil.example'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['scorecards', '/'],
    ['', '/'],
    [null, '/'],
    [['/scorecards'], '/'],
  ])('%j leads to %j', (given, path) => {
    expect(ownPath(given)).toBe(path);
  });

  it('stays on this site, whatever it is made of', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '\t',
      '\n',
      '@',
      ':',
      '?',
      '#',
      'a',
      ' ',
      'evil.example',
      'http:',
      '\u0000',
      '\u2024',
      '\uff0f',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = ownPath(`/${pieces.join('')}`);
        expect(path.startsWith('/')).toBe(true);
        expect(new URL(path, 'https://tandem.example/sign-in').origin).toBe(
          'https://tandem.example',
        );
        expect(ownPath(path)).toBe(path);
      }),
      { numRuns: 2_000, seed: 11 },
    );
  });
});
