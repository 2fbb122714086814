import type { FormWords } from '../../forms/field-words';
import type { MessagesOf } from '../../locale';
import type { reviewTemplateMessages } from '../../locales/review-templates';
import type { reviewMessages } from '../../locales/reviews';
import { offeredScopes, type ReviewMetric } from './template-form';

/** What the fields of a template are called where two texts of it are compared. */
export function templateWords(
  t: MessagesOf<typeof reviewTemplateMessages>,
  words: MessagesOf<typeof reviewMessages>,
  metrics: readonly ReviewMetric[],
): FormWords {
  const inBoth = (name: string, label: string) => ({
    [`${name}En`]: `${label} › ${t.english}`,
    [`${name}Zh`]: `${label} › ${t.chinese}`,
  });
  const indicator = (name: string) => `${t.indicators} › ${name}`;
  return {
    ...inBoth('name', t.name),
    goalsWeight: `${t.weights} › ${words.section_goals}`,
    indicatorsWeight: `${t.weights} › ${words.section_cx_indicators}`,
    competenciesWeight: `${t.weights} › ${words.section_competencies}`,
    hasComments: { label: t.hasComments, choices: [{ value: 'on', label: '✓' }] },
    'indicators[].metric': {
      label: indicator(t.metric),
      choices: metrics.map(({ key, name }) => ({ value: key, label: name })),
    },
    'indicators[].scope': {
      label: indicator(t.scope),
      choices: offeredScopes.map((value) => ({
        value,
        label: value === 'TEAM' ? words.scope_team : words.scope_department,
      })),
    },
    'indicators[].threshold': indicator(t.threshold),
    'indicators[].target': indicator(t.target),
    'indicators[].stretch': indicator(t.stretch),
    'indicators[].weight': indicator(t.indicatorWeight),
    'indicators[].minimumN': indicator(t.minimumN),
    ...inBoth('competencies[].label', t.competencies),
    ...inBoth('ratingLabels[].label', t.scale),
  };
}
