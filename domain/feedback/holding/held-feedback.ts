/** One feedback with what is known of it. */
export interface FeedbackEntry {
  feedbackId: string;
  occurredAt: Date;
  /** Set where it came with a day but without a time. */
  occurredOn: string | null;
  departmentId: string;
  touchpointId: string | null;
  channel: string;
  comment: string | null;
  npsScore: number | null;
  csatScore: number | null;
  cesScore: number | null;
  isHeld: boolean;
  /** The import that added it. */
  feedbackImportId: string | null;
}

/** A time in which a feedback was out of every number. */
export interface FeedbackHold {
  feedbackHoldId: string;
  reason: string;
  heldAt: Date;
  releaseReason: string | null;
  /** Null while it is held. */
  releasedAt: Date | null;
}

/** Where a feedback is: facts lie by the month of their moment, so its id alone would be looked for everywhere. */
export interface FeedbackPlace {
  feedbackId: string;
  occurredAt: Date;
}
