export { getFeedback, listHeldFeedback, listHolds } from './get-feedback';
export type { FeedbackEntry, FeedbackHold } from './held-feedback';
export { holdFeedback, releaseFeedback } from './hold-feedback';
