import { indicatorScopes, reviewSteps, sectionKinds } from '../../domain/appraisal';
import { builder } from '../builder';

export const SectionKindEnum = builder.enumType('ReviewSectionKind', {
  values: Object.fromEntries(sectionKinds.map((kind) => [kind.toUpperCase(), { value: kind }])),
});

export const IndicatorScopeEnum = builder.enumType('IndicatorScope', {
  description:
    'Whose customers. DEPARTMENT: the person’s own with all below it. TEAM: the nearest department at or above it that their manager heads. INDIVIDUAL is refused with its reason.',
  values: Object.fromEntries(
    indicatorScopes.map((scope) => [scope.toUpperCase(), { value: scope }]),
  ),
});

export const ReviewStepEnum = builder.enumType('ReviewStep', {
  description: 'A cycle goes through some of these, in this order.',
  values: Object.fromEntries(reviewSteps.map((step) => [step.toUpperCase(), { value: step }])),
});

const indicatorStatuses = ['counted', 'counted_with_warning', 'too_few', 'no_answers'] as const;

export const TargetSourceEnum = builder.enumType('TargetSource', {
  description: 'SCORECARD: the target of the department’s scorecard. TEMPLATE: it has none there.',
  values: { SCORECARD: { value: 'scorecard' }, TEMPLATE: { value: 'template' } } as const,
});

export const IndicatorStatusEnum = builder.enumType('IndicatorStatus', {
  description:
    'COUNTED_WITH_WARNING: fewer than 30 answers. TOO_FEW and NO_ANSWERS carry no score, which is not a zero.',
  values: Object.fromEntries(
    indicatorStatuses.map((status) => [status.toUpperCase(), { value: status }]),
  ),
});

const reviewViews = ['mine', 'to_write', 'all'] as const;

export const ReviewViewEnum = builder.enumType('ReviewView', {
  description:
    'MINE: about the viewer, once shared. TO_WRITE: those the viewer writes. ALL: every one the viewer may see.',
  values: Object.fromEntries(reviewViews.map((view) => [view.toUpperCase(), { value: view }])),
});

const reviewParties = ['employee', 'manager', 'reader'] as const;

export const ReviewPartyEnum = builder.enumType('ReviewParty', {
  description: 'How the viewer stands to a review.',
  values: Object.fromEntries(reviewParties.map((party) => [party.toUpperCase(), { value: party }])),
});
