import { expect, it } from 'vitest';

import { distributionParts } from './distribution';

it('fills the bar from promoters to detractors', () => {
  expect(distributionParts({ promoters: 5, passives: 3, detractors: 2 })).toEqual([
    { part: 'promoters', count: 5, percent: 50 },
    { part: 'passives', count: 3, percent: 30 },
    { part: 'detractors', count: 2, percent: 20 },
  ]);
});

it('is empty without answers', () => {
  expect(
    distributionParts({ promoters: 0, passives: 0, detractors: 0 }).every(
      ({ percent }) => percent === 0,
    ),
  ).toBe(true);
});
