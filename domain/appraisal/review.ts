import type { IndicatorStatus } from './indicator-score';
import type { ReviewStep } from './review-step';

/** A review as it stands in lists. Department, manager and position are those of the launch. */
export interface Review {
  reviewId: string;
  cycleId: string;
  cycleNameEn: string;
  cycleNameZh: string;
  templateVersionId: string;
  employeeId: string;
  employeeName: string;
  managerEmployeeId: string | null;
  managerName: string | null;
  departmentId: string;
  departmentNameEn: string;
  departmentNameZh: string;
  positionTitle: string;
  step: ReviewStep;
  /** The day by which the step should be done. */
  dueOn: string | null;
  summary: string;
  overallScore: number | null;
  revision: number;
  savedAt: Date | null;
  submittedAt: Date | null;
  sharedAt: Date | null;
  acknowledgedAt: Date | null;
  acknowledgementNote: string;
}

export interface Goal {
  goalId: string;
  title: string;
  measure: string;
  weightBp: number;
  /** 0–100; null until the manager says how far the goal was reached. */
  achievementPercent: number | null;
}

export interface CompetencyRating {
  competencyId: string;
  /** 1–5; null until rated. */
  rating: number | null;
  remark: string;
}

/** What an indicator said on the day it was frozen. Later data never moves it. */
export interface Evidence {
  evidenceId: string;
  indicatorId: string;
  version: number;
  reason: string;
  departmentId: string;
  departmentNameEn: string;
  departmentNameZh: string;
  metricKey: string;
  metricVersion: number;
  periodFrom: string;
  periodTo: string;
  value: number | null;
  n: number;
  intervalLow: number | null;
  intervalHigh: number | null;
  status: IndicatorStatus;
  score: number | null;
  /** As sent to the semantic layer. */
  query: unknown;
  responseCount: number;
  /** SHA-256 over the ids of the contributing responses, in order, with commas between them. */
  responseHash: string;
  frozenAt: Date;
}
