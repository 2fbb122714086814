import { z } from 'zod';

import type { ResultOf } from '../../graphql';
import { reviewMessages } from '../../locales/reviews';
import { messagesOf, type Locale } from '../../../universal/text';
import type { getReviewMetrics, getReviewTemplate } from './template.document';

export type Template = ResultOf<typeof getReviewTemplate>['reviewTemplate'];
export type ReviewMetric = ResultOf<typeof getReviewMetrics>['reviewMetrics'][number];

/** The scopes that the editor offers; a single person is refused by the rules, so it is not offered. */
export const offeredScopes = ['DEPARTMENT', 'TEAM'] as const;

/**
 * What the editor sends, as numbers and lists. Only whether a number is a number is decided here: the rules are the
 * domain's, and its messages come back to the fields of the same names.
 */
export function templateFormSchema(locale: Locale) {
  const t = messagesOf(reviewMessages, locale);
  const number = z.number({ error: t.enterNumber });
  const words = z.string().default('');
  const label = z.object({ labelEn: words, labelZh: words });
  return z.object({
    revision: z.number().optional(),
    nameEn: words,
    nameZh: words,
    goalsWeight: number.default(0),
    indicatorsWeight: number.default(0),
    competenciesWeight: number.default(0),
    hasComments: z.boolean().default(false),
    indicators: z.array(indicatorFormSchema(locale)).default([]),
    competencies: z.array(label).default([]),
    ratingLabels: z.array(label).default([]),
  });
}

export function indicatorFormSchema(locale: Locale) {
  const t = messagesOf(reviewMessages, locale);
  const number = z.number({ error: t.enterNumber });
  return z.object({
    metric: z.string({ error: t.invalidChoice }),
    scope: z.enum(offeredScopes, { error: t.invalidChoice }),
    threshold: number,
    target: number,
    stretch: number,
    weight: number,
    minimumN: z.int({ error: t.enterWhole }),
  });
}

export type TemplateForm = z.infer<ReturnType<typeof templateFormSchema>>;
export type IndicatorForm = z.infer<ReturnType<typeof indicatorFormSchema>>;

/** A form's fields hold text. */
const text = (value: number): string => String(value);

/** What the editor shows of a stored template. */
export function formOf(template: Template) {
  return {
    nameEn: template.name.en,
    nameZh: template.name.zh,
    goalsWeight: text(template.goalsWeight),
    indicatorsWeight: text(template.indicatorsWeight),
    competenciesWeight: text(template.competenciesWeight),
    hasComments: template.hasComments ? 'on' : undefined,
    indicators: template.indicators.map((indicator) => ({
      metric: indicator.metric.key,
      scope: indicator.scope,
      threshold: text(indicator.threshold),
      target: text(indicator.target),
      stretch: text(indicator.stretch),
      weight: text(indicator.weight),
      minimumN: text(indicator.minimumN),
    })),
    competencies: template.competencies.map(({ label }) => ({
      labelEn: label.en,
      labelZh: label.zh,
    })),
    ratingLabels: template.ratingLabels.map((label) => ({ labelEn: label.en, labelZh: label.zh })),
  };
}

/** A template to begin with: its weights are right, so that it can be saved once it has a name and an indicator. */
export function newForm(
  labels: { en: readonly string[]; zh: readonly string[] },
  metrics: readonly ReviewMetric[],
) {
  return {
    nameEn: '',
    nameZh: '',
    goalsWeight: '50',
    indicatorsWeight: '30',
    competenciesWeight: '20',
    hasComments: 'on',
    indicators: [newIndicator(metrics, '100')],
    competencies: [{ labelEn: '', labelZh: '' }],
    ratingLabels: labels.en.map((labelEn, index) => ({ labelEn, labelZh: labels.zh[index] ?? '' })),
  };
}

/** Bands from the last quarter or, where nothing was answered in it, in the upper half of the metric's scale. */
export function newIndicator(metrics: readonly ReviewMetric[], weight: string) {
  const metric = metrics[0];
  const minimum = metric?.minimum ?? 0;
  const range = (metric?.maximum ?? 100) - minimum;
  const at = (share: number) => text(Math.round(minimum + share * range));
  const suggested = metric?.suggestedBands;
  return {
    metric: metric?.key ?? '',
    scope: 'DEPARTMENT',
    threshold: suggested ? text(suggested.threshold) : at(0.5),
    target: suggested ? text(suggested.target) : at(0.65),
    stretch: suggested ? text(suggested.stretch) : at(0.8),
    weight,
    minimumN: text(Math.max(30, metric?.minimumN ?? 0)),
  };
}
