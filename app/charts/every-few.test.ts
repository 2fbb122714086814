import { expect, it } from 'vitest';

import { everyFew } from './every-few';

const written = (count: number) =>
  Array.from({ length: count }, (_, index) => index).filter(everyFew(count));

it('writes the newest label and every few before it', () => {
  expect(written(12)).toEqual([2, 5, 8, 11]);
  expect(written(8)).toEqual([1, 3, 5, 7]);
  expect(written(3)).toEqual([0, 1, 2]);
});
