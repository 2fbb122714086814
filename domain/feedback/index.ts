export { submitFeedback, type SubmissionOutcome } from './submit-feedback';
export { fingerprintContributions } from './fingerprint-contributions';
export type { ContributionFingerprint } from './fingerprint-contributions';
export type { FeedbackScore } from './contribution-store';
export * from './comments';
export * from './holding';
export * from './import';
export { feedbackJobs } from './jobs';
export * from './touchpoints';
