/**
 * What reaching a goal gives. `half_when_reached`: as much as reaching the target of an indicator. `full_when_reached`:
 * everything, as cycles explained it that began before the two were made comparable.
 */
export const goalScales = ['half_when_reached', 'full_when_reached'] as const;
export type GoalScale = (typeof goalScales)[number];

/** The goal's counterpart of an indicator's stretch, in per cent of what was agreed. */
const STRETCH_PERCENT = 150;

/** The most that can be said of a goal, in per cent of what was agreed. */
export function highestAchievement(scale: GoalScale): number {
  return scale === 'half_when_reached' ? STRETCH_PERCENT : 100;
}

/**
 * Per cent achieved as points: nothing done gives 0, reached as agreed 50, half as much again 100, linear between them,
 * like threshold, target and stretch of an indicator.
 */
export function scoreOfAchievement(percent: number, scale: GoalScale): number {
  const reached = Math.min(Math.max(percent, 0), highestAchievement(scale));
  if (scale === 'full_when_reached') return reached;
  return reached <= 100 ? reached / 2 : 50 + ((reached - 100) / (STRETCH_PERCENT - 100)) * 50;
}
