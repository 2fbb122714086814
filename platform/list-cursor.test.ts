import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InvalidInput } from './errors';
import { cursorOf, placeOf } from './list-cursor';

const shape = z.tuple([z.string(), z.uuid()]);
const id = '01a1f000-0000-7000-8000-00000000dead';

describe('a place in a list', () => {
  it('is read as it was written, in every script', () => {
    expect(placeOf(shape, cursorOf(['Zoë 张 🙂', id]))).toEqual(['Zoë 张 🙂', id]);
  });

  it.each([
    ['no cursor', 'nonsense'],
    ['nothing', ''],
    ['another list’s', cursorOf([1, id])],
    ['one with a zero byte', cursorOf(['\0', id])],
    ['one with half a character', cursorOf(['\ud800', id])],
  ])('is refused when it is %s', (_what, cursor) => {
    expect(() => placeOf(shape, cursor)).toThrow(InvalidInput);
  });
});
