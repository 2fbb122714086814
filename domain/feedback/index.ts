export { submitFeedback, type SubmissionOutcome } from './submit-feedback';
