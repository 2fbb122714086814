/** Below so many people one can guess who said what: possible down to 3, with a warning to all concerned. */
export const recommendedGroup = 5;

export function isSmallGroup(minimumGroup: number): boolean {
  return minimumGroup < recommendedGroup;
}

/** Participation is shown of at least so many people asked, however small the groups are whose scores are shown. */
export function smallestParticipation(minimumGroup: number): number {
  return Math.max(minimumGroup, recommendedGroup);
}
