import {
  type ImportMetric,
  importMetrics,
  scaleEnds,
} from '../../../universal/feedback/import-mapping';
import type { Choice } from '../../forms/field';
import type { FormWords } from '../../forms/field-words';
import type { MessagesOf } from '../../locale';
import type { importMessages } from '../../locales/imports';
import { departmentFields } from './column-mapping-form';

type Words = MessagesOf<typeof importMessages>;

export const dateOrderChoices = (t: Words): Choice[] => [
  { value: 'ymd', label: t.ymd },
  { value: 'dmy', label: t.dmy },
  { value: 'mdy', label: t.mdy },
];

export const bestChoices = (t: Words, metric: ImportMetric): Choice[] => [
  { value: 'highest', label: t.bestHighest({ score: String(scaleEnds[metric].highest) }) },
  { value: 'lowest', label: t.bestLowest({ score: String(scaleEnds[metric].lowest) }) },
];

/** What the fields of the columns are called where two mappings are compared. */
export function columnsWords(t: Words, touchpoints: readonly Choice[]): FormWords {
  const within = [t.department1, t.department2, t.department3];
  return {
    source: t.source,
    ...Object.fromEntries(
      departmentFields.map((name, index) => [name, `${t.department} › ${within[index]}`]),
    ),
    date: t.date,
    dateOrder: { label: t.dateOrder, choices: dateOrderChoices(t) },
    ...Object.fromEntries(
      importMetrics.flatMap((metric) => [
        [`score-${metric}`, t[metric]],
        [
          `best-${metric}`,
          {
            label: t.best({ metric: metric.toUpperCase() }),
            choices: bestChoices(t, metric),
          },
        ],
      ]),
    ),
    comment: t.comment,
    rowId: t.rowId,
    respondent: t.respondent,
    touchpoint: t.touchpoint,
    defaultTouchpointId: { label: t.defaultTouchpoint, choices: touchpoints },
    channel: t.channel,
  };
}
