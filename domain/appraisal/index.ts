export { acknowledgeReview } from './acknowledge-review';
export { closeCycle } from './close-cycle';
export type { Cycle, CycleStep, DatedStep } from './cycle';
export { evidenceSentence } from './evidence-sentence';
export { getReview, getReviewContent, listReviewsById, type ReviewContent } from './get-review';
export { getTemplate } from './get-template';
export { highestAchievement } from './goal-score';
export type { IndicatorBands, IndicatorStatus } from './indicator-score';
export { judgeReading } from './judge-reading';
export { listReviewMetrics, measureIndicator, type ReviewMetric } from './indicator-source';
export { appraisalJobs } from './jobs';
export { countPopulation, launchCycle } from './launch-cycle';
export { getCycle, listCycles } from './list-cycles';
export { countReviewsListed, listReviews, type ReviewView } from './list-reviews';
export { listTemplates } from './list-templates';
export { type IndicatorPreview, previewIndicator, type PreviewLine } from './preview-indicator';
export { periodOf } from './period';
export { publishTemplate } from './publish-template';
export { requestManagerReviews } from './request-manager-reviews';
export type { CompetencyRating, Evidence, Goal, Review } from './review';
export { resultOf } from './review-result';
export type { Combination, CombinedPart } from './review-score';
export { canWrite, type ReviewStep, reviewSteps } from './review-step';
export { reviseTemplate } from './revise-template';
export { saveReview } from './save-review';
export { saveTemplate } from './save-template';
export { shareReview } from './share-review';
export { startManagerReviews } from './start-manager-reviews';
export { suggestBands } from './suggest-bands';
export { submitReview, withdrawReview } from './submit-review';
export {
  type IndicatorScope,
  indicatorScopes,
  type SectionKind,
  sectionKinds,
  filledText,
  type StoredCompetency,
  type StoredIndicator,
  type TemplateVersion,
} from './template';
export type { TemplateSummary } from './template-store';
