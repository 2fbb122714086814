import { describe, expect, it } from 'vitest';
import { highestAchievement, scoreOfAchievement } from './goal-score';
import { scoreOfValue } from './indicator-score';

describe('the points of a goal', () => {
  it.each([
    [0, 0],
    [50, 25],
    [100, 50],
    [125, 75],
    [150, 100],
    [400, 100],
  ])('of which %d %% was reached are %d', (percent, points) => {
    expect(scoreOfAchievement(percent, 'half_when_reached')).toBe(points);
  });

  it('are those of an indicator that is as far on: nothing, target, stretch', () => {
    const bands = { direction: 'higher', threshold: 0, target: 100, stretch: 150 } as const;
    for (let percent = 0; percent <= 160; percent += 5)
      expect(scoreOfAchievement(percent, 'half_when_reached')).toBeCloseTo(
        scoreOfValue(percent, bands),
        10,
      );
  });

  it('stay what they were in cycles that began before', () => {
    expect(scoreOfAchievement(100, 'full_when_reached')).toBe(100);
    expect(scoreOfAchievement(70, 'full_when_reached')).toBe(70);
    expect(highestAchievement('full_when_reached')).toBe(100);
  });
});
