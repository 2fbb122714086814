import { type Text } from '../../universal/text';
import type { IndicatorBands } from './indicator-score';

/** The sections of a review, in the order in which they are read. */
export const sectionKinds = ['goals', 'cx_indicators', 'competencies', 'comments'] as const;
export type SectionKind = (typeof sectionKinds)[number];

/**
 * Whose customers an indicator speaks of. `department`: the reviewed person's own department with all below it.
 * `team`: the nearest department at or above it that their manager heads, else the own one. `individual`: feedback
 * attributed to the person.
 */
export const indicatorScopes = ['department', 'team', 'individual'] as const;
export type IndicatorScope = (typeof indicatorScopes)[number];

/** Which period an indicator looks at, counted back from the day on which the manager reviews start. */
export const periodRules = ['last_complete_quarter'] as const;
export type PeriodRule = (typeof periodRules)[number];

export const lowestRating = 1;
export const highestRating = 5;
export const RATING_COUNT = highestRating - lowestRating + 1;

export interface IndicatorRule {
  metricKey: string;
  scope: IndicatorScope;
  periodRule: PeriodRule;
  bands: IndicatorBands;
  /** Within the section of customer indicators. */
  weightBp: number;
  minimumN: number;
}

/** What HR writes: everything of a template version apart from its place in the store. */
export interface TemplateContent {
  name: Text;
  goalsWeightBp: number;
  indicatorsWeightBp: number;
  competenciesWeightBp: number;
  hasComments: boolean;
  indicators: readonly IndicatorRule[];
  competencies: readonly Text[];
  /** The words for the ratings 1 to 5. */
  ratingLabels: readonly Text[];
}

/** An indicator as HR writes it: which way is better is the metric's own affair. */
export interface IndicatorInput extends Omit<IndicatorRule, 'bands'> {
  threshold: number;
  target: number;
  stretch: number;
}

export interface TemplateInput extends Omit<TemplateContent, 'indicators'> {
  indicators: readonly IndicatorInput[];
}

/** The version as stored, with what its parts are called by. */
export interface TemplateVersion extends Omit<TemplateContent, 'indicators' | 'competencies'> {
  templateId: string;
  versionId: string;
  version: number;
  revision: number;
  publishedAt: Date | null;
  updatedAt: Date;
  indicators: readonly StoredIndicator[];
  competencies: readonly StoredCompetency[];
}

export interface StoredIndicator extends IndicatorRule {
  indicatorId: string;
  metricVersion: number;
}

export interface StoredCompetency {
  competencyId: string;
  label: Text;
}

/** The weight of each section; sections without a weight are left out, comments never have one. */
export function sectionsOf(
  content: Pick<
    TemplateContent,
    'goalsWeightBp' | 'indicatorsWeightBp' | 'competenciesWeightBp' | 'hasComments'
  >,
): { kind: SectionKind; weightBp: number }[] {
  const weighted: { kind: SectionKind; weightBp: number }[] = [
    { kind: 'goals', weightBp: content.goalsWeightBp },
    { kind: 'cx_indicators', weightBp: content.indicatorsWeightBp },
    { kind: 'competencies', weightBp: content.competenciesWeightBp },
  ];
  const used = weighted.filter((section) => section.weightBp > 0);
  return content.hasComments ? [...used, { kind: 'comments', weightBp: 0 }] : used;
}

/** A name that was given in one language only is read in that one by everybody. */
export function filledText(text: Text): Text {
  return { en: text.en || text.zh, zh: text.zh || text.en };
}

/** What a stored version says, without what it is called by in the store. */
export function contentOf(version: TemplateVersion): TemplateContent {
  return { ...version, competencies: version.competencies.map(({ label }) => label) };
}
