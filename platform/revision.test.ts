import { describe, expect, it } from 'vitest';
import { revisionOf } from './revision';

describe('a revision', () => {
  it('is that of the content, however its fields are ordered', () => {
    expect(revisionOf({ a: 'x', b: null })).toBe(revisionOf({ b: null, a: 'x' }));
  });

  it('changes with any field, also where only the place of a word changes', () => {
    const all = [
      { a: 'x', b: '' },
      { a: '', b: 'x' },
      { a: 'x', b: null },
      { a: 'x', b: 'null' },
      { a: 'x","b":"', b: '' },
    ];
    expect(new Set([...all.map(revisionOf), revisionOf(null), revisionOf({})]).size).toBe(7);
  });
});
