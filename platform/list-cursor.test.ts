import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InvalidInput } from './errors';
import { cursorMoment, cursorOf, placeOf } from './list-cursor';

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

  it('is of a moment that databases can compare', () => {
    const moments = z.tuple([cursorMoment]);
    const microseconds = '2026-03-01T09:30:00.123456Z';
    expect(placeOf(moments, cursorOf([microseconds]))).toEqual([microseconds]);
    for (const moment of ['0000-01-01T00:00:00Z', '9999-12-31T00:00:00Z', 'today'])
      expect(() => placeOf(moments, cursorOf([moment]))).toThrow(InvalidInput);
  });
});
