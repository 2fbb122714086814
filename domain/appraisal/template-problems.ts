import type { FieldError } from '../../platform/errors';
import { textOf } from '../../universal/text';
import { areBandsOrdered, type Direction, LOWEST_MINIMUM_N } from './indicator-score';
import { templateMessages as messages } from './messages';
import { type IndicatorRule, RATING_COUNT, type TemplateContent } from './template';
import { TOTAL_WEIGHT, totalOf } from './weight';

/** What a rule needs to know of a metric of the catalogue. */
export interface MetricFacts {
  key: string;
  version: number;
  direction: Direction;
  /** The ends of its scale; null where it has none. */
  minimum: number | null;
  maximum: number | null;
  /** Below this many answers the catalogue withholds the value. */
  minimumN: number;
  /** False for NPS and CES: one person gets too few answers, and both speak of more than one person's work. */
  isUsableForIndividual: boolean;
}

/** The certified customer metrics of the catalogue. */
export type MetricsByKey = ReadonlyMap<string, MetricFacts>;

/**
 * Everything that keeps a template from being saved, by field. Field names are those of the mutation's input, so
 * that an editor can put each message beside its field.
 */
export function problemsOfTemplate(content: TemplateContent, metrics: MetricsByKey): FieldError[] {
  return [
    ...problemsOfName(content),
    ...problemsOfWeights(content),
    ...content.indicators.flatMap((rule, index) =>
      problemsOfIndicator(rule, metrics.get(rule.metricKey), ['indicators', index]),
    ),
    ...problemsOfLabels(content),
  ];
}

function problemsOfName({ name }: TemplateContent): FieldError[] {
  return name.en.trim() || name.zh.trim()
    ? []
    : [{ path: ['nameEn'], message: textOf(messages, 'nameMissing') }];
}

function problemsOfWeights(content: TemplateContent): FieldError[] {
  const problems: FieldError[] = [];
  const sections = {
    goalsWeight: content.goalsWeightBp,
    indicatorsWeight: content.indicatorsWeightBp,
    competenciesWeight: content.competenciesWeightBp,
  };
  for (const [field, weight] of Object.entries(sections)) {
    if (!isWeight(weight))
      problems.push({ path: [field], message: textOf(messages, 'weightOutOfRange') });
  }
  const total = totalOf(Object.values(sections));
  if (total !== TOTAL_WEIGHT) {
    problems.push({
      path: ['weights'],
      message: textOf(messages, 'weightsTotal', { percent: total / 100 }),
    });
  }
  if (content.indicatorsWeightBp > 0 && content.indicators.length === 0) {
    problems.push({ path: ['indicators'], message: textOf(messages, 'indicatorsMissing') });
  }
  if (content.indicatorsWeightBp === 0 && content.indicators.length > 0) {
    problems.push({
      path: ['indicatorsWeight'],
      message: textOf(messages, 'indicatorsWithoutWeight'),
    });
  }
  if (content.competenciesWeightBp > 0 && content.competencies.length === 0) {
    problems.push({ path: ['competencies'], message: textOf(messages, 'competenciesMissing') });
  }
  const inner = totalOf(content.indicators.map((rule) => rule.weightBp));
  if (content.indicators.length > 0 && inner !== TOTAL_WEIGHT) {
    problems.push({
      path: ['indicatorWeights'],
      message: textOf(messages, 'indicatorWeightsTotal', { percent: inner / 100 }),
    });
  }
  return problems;
}

/** What keeps one indicator from being linked to a review, wherever it stands. */
export function problemsOfIndicator(
  rule: IndicatorRule,
  metric: MetricFacts | undefined,
  at: readonly (string | number)[],
): FieldError[] {
  const problem = (field: string, message: FieldError['message']): FieldError => ({
    path: [...at, field],
    message,
  });
  if (!metric) return [problem('metric', textOf(messages, 'metricUnknown'))];
  const problems: FieldError[] = [];
  if (rule.scope === 'individual') {
    const reason = metric.isUsableForIndividual ? 'individualNeedsAdjustment' : 'neverIndividual';
    problems.push(problem('scope', textOf(messages, reason)));
  }
  const { threshold, target, stretch } = rule.bands;
  const minimum = metric.minimum ?? -Infinity;
  const maximum = metric.maximum ?? Infinity;
  const marks = { threshold, target, stretch };
  for (const [field, value] of Object.entries(marks)) {
    if (!Number.isFinite(value) || value < minimum || value > maximum) {
      problems.push(problem(field, textOf(messages, 'outOfScale', { minimum, maximum })));
    }
  }
  if (!areBandsOrdered(rule.bands)) {
    const key = rule.bands.direction === 'higher' ? 'bandsMustRise' : 'bandsMustFall';
    problems.push(problem('target', textOf(messages, key)));
  }
  if (!isWeight(rule.weightBp) || rule.weightBp === 0)
    problems.push(problem('weight', textOf(messages, 'weightOutOfRange')));
  const lowest = Math.max(LOWEST_MINIMUM_N, metric.minimumN);
  if (!Number.isInteger(rule.minimumN) || rule.minimumN < lowest) {
    problems.push(problem('minimumN', textOf(messages, 'minimumTooLow', { lowest })));
  }
  return problems;
}

function problemsOfLabels({ competencies, ratingLabels }: TemplateContent): FieldError[] {
  const isEmpty = (text: { en: string; zh: string }): boolean => !text.en.trim() && !text.zh.trim();
  const problems = competencies.flatMap((label, index): FieldError[] =>
    isEmpty(label)
      ? [{ path: ['competencies', index, 'labelEn'], message: textOf(messages, 'labelMissing') }]
      : [],
  );
  if (ratingLabels.length !== RATING_COUNT) {
    return [
      ...problems,
      {
        path: ['ratingLabels'],
        message: textOf(messages, 'ratingLabelsCount', { count: RATING_COUNT }),
      },
    ];
  }
  return [
    ...problems,
    ...ratingLabels.flatMap((label, index): FieldError[] =>
      isEmpty(label)
        ? [{ path: ['ratingLabels', index, 'labelEn'], message: textOf(messages, 'labelMissing') }]
        : [],
    ),
  ];
}

const isWeight = (weight: number): boolean =>
  Number.isInteger(weight) && weight >= 0 && weight <= TOTAL_WEIGHT;
