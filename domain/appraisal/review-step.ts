/** Every step a review may go through. A cycle uses some of them, in this order. */
export const reviewSteps = [
  'goals',
  'check_in',
  'self_review',
  'manager_review',
  'calibration',
  'share',
  'acknowledge',
  'appeal',
  'closed',
] as const;
export type ReviewStep = (typeof reviewSteps)[number];

/** The steps of a cycle when it is launched. */
export const stepsOfNewCycle = [
  'goals',
  'manager_review',
  'share',
  'acknowledge',
  'closed',
] as const;

/** What moves a review on, who may do it, and from which step to which. */
export const transitions = {
  startManagerReview: { from: 'goals', to: 'manager_review', by: ['hr'] },
  submit: { from: 'manager_review', to: 'share', by: ['manager'] },
  withdraw: { from: 'share', to: 'manager_review', by: ['manager'] },
  share: { from: 'share', to: 'acknowledge', by: ['manager'] },
  acknowledge: { from: 'acknowledge', to: 'closed', by: ['employee'] },
  close: { from: 'acknowledge', to: 'closed', by: ['hr'] },
} as const satisfies Record<
  string,
  { from: ReviewStep; to: ReviewStep; by: readonly ReviewParty[] }
>;
export type ReviewTransition = keyof typeof transitions;

/** How a viewer stands to a review. */
export type ReviewParty = 'employee' | 'manager' | 'hr';

/** The employee sees a review from here on, and not a step earlier. */
const visibleToEmployee: readonly ReviewStep[] = ['acknowledge', 'appeal', 'closed'];

export function isVisibleToEmployee(review: { step: ReviewStep; sharedAt: Date | null }): boolean {
  return review.sharedAt !== null && visibleToEmployee.includes(review.step);
}

/** The manager sets goals and writes in these steps. */
export function canWrite(step: ReviewStep): boolean {
  return step === 'goals' || step === 'manager_review';
}

export function canMove(
  transition: ReviewTransition,
  step: ReviewStep,
  party: ReviewParty,
): boolean {
  const { from, by } = transitions[transition];
  return from === step && (by as readonly ReviewParty[]).includes(party);
}
