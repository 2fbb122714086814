import type { GoalScale } from './goal-score';
import type { JudgedReading } from './judge-reading';
import type { ReviewStep } from './review-step';

/** A review as it stands in lists. Department, manager and position are those of the launch. */
export interface Review {
  reviewId: string;
  cycleId: string;
  cycleNameEn: string;
  cycleNameZh: string;
  templateVersionId: string;
  goalScale: GoalScale;
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
  /** 0–150, 100 being reached as agreed; null until the manager says how far the goal was reached. */
  achievementPercent: number | null;
}

export interface CompetencyRating {
  competencyId: string;
  /** 1–5; null until rated. */
  rating: number | null;
  remark: string;
}

/** What an indicator said on the day it was frozen. Later data never moves it. */
export interface Evidence extends Omit<JudgedReading, 'bands' | 'targetSource'> {
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
  /** How many people gave the n answers, and as how many of different people they count; null in evidence of before. */
  people: number | null;
  effectiveN: number | null;
  intervalLow: number | null;
  intervalHigh: number | null;
  /** The bands that counted; null in evidence of before departments had bands of their own. */
  bands: JudgedReading['bands'] | null;
  targetSource: JudgedReading['targetSource'] | null;
  /** As sent to the semantic layer. */
  query: unknown;
  responseCount: number;
  /** SHA-256 over `id:score` (before: `id`) of the contributing responses, in order, with commas between them. */
  responseHash: string;
  responseHashCovers: 'ids' | 'ids_and_scores';
  frozenAt: Date;
}
