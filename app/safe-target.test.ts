import { describe, expect, it } from 'vitest';

import { safeTarget } from './safe-target';

describe('the target after signing in', () => {
  it.each([
    ['/scorecards?period=2026-Q3', '/scorecards?period=2026-Q3'],
    ['/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    [null, '/'],
  ])('%s leads to %s', (given, target) => {
    expect(safeTarget(given)).toBe(target);
  });
});
