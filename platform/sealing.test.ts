import { describe, expect, it } from 'vitest';
import { keyedMark, openSealed, seal, SealIsBroken } from './sealing';

const content = Buffer.from('what nobody else reads');

describe('sealed content', () => {
  it('opens with the same secret and purpose only', () => {
    const sealed = seal('secret', 'a round', content);
    expect(openSealed('secret', 'a round', sealed)).toEqual(content);
    expect(() => openSealed('another', 'a round', sealed)).toThrow(SealIsBroken);
    expect(() => openSealed('secret', 'another round', sealed)).toThrow(SealIsBroken);
  });

  it('is refused when a single bit of it was changed, or when there is too little of it', () => {
    const sealed = seal('secret', 'a round', content);
    for (const position of [0, 15, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[position] = (changed[position] ?? 0) ^ 1;
      expect(() => openSealed('secret', 'a round', changed)).toThrow(SealIsBroken);
    }
    expect(() => openSealed('secret', 'a round', sealed.subarray(0, 20))).toThrow(SealIsBroken);
  });

  it('looks different each time, and is as long as any other content of that length', () => {
    const twice = [seal('secret', 'a round', content), seal('secret', 'a round', content)];
    expect(twice[0]).not.toEqual(twice[1]);
    expect(
      new Set([...twice, seal('secret', 'x', Buffer.alloc(22))].map((s) => s.length)).size,
    ).toBe(1);
  });
});

describe('a keyed mark', () => {
  it('is the same for the same words, and another with another secret', () => {
    expect(keyedMark('secret', 'somebody')).toEqual(keyedMark('secret', 'somebody'));
    expect(keyedMark('secret', 'somebody')).not.toEqual(keyedMark('another', 'somebody'));
  });
});
