import { z } from 'zod';
import { cursorMoment } from '../../../platform/list-cursor';

export const commentOrders = ['newest', 'critical'] as const;
export type CommentOrder = (typeof commentOrders)[number];

/** Bands of the score, whatever the scale: 0 is its worst end, 100 its best. */
export const scoreBands = { low: [0, 39], middle: [40, 69], high: [70, 100] } as const;
export type ScoreBand = keyof typeof scoreBands;

/** What one customer wrote. */
export interface Comment {
  feedbackId: string;
  occurredAt: Date;
  departmentId: string;
  touchpointId: string | null;
  channel: string;
  comment: string;
  npsScore: number | null;
  csatScore: number | null;
  cesScore: number | null;
  /** From 0 (all answers at the worst end) to 100; null without a score. */
  scorePercent: number | null;
  /** Names the place in the list to the microsecond. */
  cursor: string;
}

/** Score (where the list is sorted by it), moment to the microsecond, id. */
export const commentPlace = z.tuple([z.int().min(0).max(100).nullable(), cursorMoment, z.uuid()]);
export type CommentPlace = z.infer<typeof commentPlace>;
