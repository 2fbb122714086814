import type { ReviewStep } from './review-step';

export interface CycleStep {
  step: ReviewStep;
  dueOn: string | null;
  /** Reviews that stand at this step now. */
  count: number;
}

/** A review cycle: who is reviewed with which template by when, and how far everybody is. */
export interface Cycle {
  cycleId: string;
  nameEn: string;
  nameZh: string;
  templateId: string;
  templateVersionId: string;
  templateVersion: number;
  templateNameEn: string;
  templateNameZh: string;
  departmentId: string;
  departmentNameEn: string;
  departmentNameZh: string;
  launchedAt: Date;
  /** People of the department who had no manager at launch and therefore have no review. */
  withoutManager: number;
  managerReviewRequestedAt: Date | null;
  managerReviewStartedAt: Date | null;
  closedAt: Date | null;
  reviewCount: number;
  sharedCount: number;
  acknowledgedCount: number;
  steps: CycleStep[];
}

/** The steps that end with something to do by a day; closed is the end itself. */
export const datedSteps = ['goals', 'manager_review', 'share', 'acknowledge'] as const;
export type DatedStep = (typeof datedSteps)[number];
