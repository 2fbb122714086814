import { describe, expect, it } from 'vitest';

import { changedSearch } from './address';

describe('the address of a list', () => {
  it.each([
    ['sort=name', { sort: '-name' }, '?sort=-name'],
    ['q=a&after=x', { sort: 'name' }, '?q=a&sort=name'],
    ['q=a&sort=name', { q: undefined }, '?sort=name'],
    ['q=a', { q: '' }, '?'],
  ])('%s with %o is %s', (search, changes, result) => {
    expect(changedSearch(new URLSearchParams(search), changes)).toBe(result);
  });
});
